// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';

const assistants = () => document.querySelectorAll('hexkey-assistant');

/** Runs the embed script as a page does that has it in a tag. */
async function runScript() {
  const script = document.createElement('script');
  script.setAttribute('src', 'https://hexkey.example/embed.js');
  script.type = 'text/plain';
  Object.defineProperty(document, 'currentScript', { configurable: true, value: script });
  vi.resetModules();
  await import('./embed.ts');
}

describe('the button in a shop’s page', () => {
  beforeEach(() => {
    document.documentElement.innerHTML = '<head></head><body><h1>Some shop</h1></body>';
  });

  it('is there once, though the script is there twice', async () => {
    await runScript();
    await runScript();
    expect(assistants()).toHaveLength(1);
  });

  it('stays the same when the page swaps its body and runs the script in it again', async () => {
    await runScript();
    const [before] = assistants();
    document.documentElement.replaceChild(document.createElement('body'), document.body);
    await runScript();
    expect([...assistants()]).toEqual([before]);
  });

  it('comes back when the page throws out everything', async () => {
    await runScript();
    const [before] = assistants();
    document.documentElement.innerHTML = '<head></head><body><p>Another page</p></body>';
    await vi.waitFor(() => expect([...assistants()]).toEqual([before]));
  });
});
