// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CardKind } from '#protocol';
import { UiProvider } from '../ui/UiProvider.tsx';
import { ShopperPage } from './ShopperPage.tsx';
import { answered, cards, shopperSaid } from './testing/samples.ts';
import { createScriptedVoice, type ScriptedVoice } from './testing/scripted-voice.ts';

let root: Root;
let box: HTMLElement;
const signIn = vi.fn();

beforeEach(() => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  // A shop without guides: the cards that would link to them ask.
  vi.stubGlobal('fetch', async () => Response.json([]));
  localStorage.clear();
  box = document.createElement('div');
  document.body.append(box);
  root = createRoot(box);
});
afterEach(() => {
  act(() => root.unmount());
  box.remove();
  vi.unstubAllGlobals();
});

function show(voice: ScriptedVoice) {
  act(() =>
    root.render(
      <UiProvider>
        <ShopperPage client={voice} onSignIn={signIn} />
      </UiProvider>,
    ),
  );
  return voice;
}

const button = (name: string) => {
  const found = [...box.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === name || one.textContent === name,
  );
  if (!found) throw new Error(`No button "${name}"`);
  return found;
};
const press = (name: string) => act(() => button(name).click());

/** What each card must let the shopper read. */
const told: Record<CardKind, string[]> = {
  order: ['Order SO-45192', 'Heron Freight', '14 Rowan Street', 'Delayed', '1 day later than promised'],
  orders: ['SO-45129', 'Delivered', 'Cancelled'],
  address_change: ['14 Rowan Street', '221 Cumberland Road', 'Waiting for your yes'],
  default_address: ['Your usual address', '14 Rowan Street', '221 Cumberland Road', 'Done'],
  cancellation: ['Cancel the order', '£427', 'Waiting for your yes'],
  item_changes: [
    'Exchange',
    'copper, small',
    'black, large',
    '£138',
    '£158',
    'You pay',
    '£20',
    'Visa ···· 9212',
    'Waiting for your yes',
  ],
  payment_change: ['Pay another way', '£427', 'Visa ···· 9212', 'PayPal'],
  shipping_upgrade: ['Moved to express', '£14.90', 'tomorrow'],
  return: ['Return booked', 'Tarn wardrobe', '£349', 'Gift card', 'Done'],
  refund: ['£349.50', 'Being paid out'],
  delivery_options: ['Express', 'Free', 'Next working day'],
  products: ['Tarn wardrobe', '100 × 58 × 201 cm', 'Only 3 left', 'about 2 h 30 min'],
  invoice: ['Delivery', '£9', '£427', 'Print'],
  ticket: ['T-1042', 'Left door', 'We answer by'],
  handoff: ['You are number 2 in the queue', 'cracked door'],
  article: ['Returns and refunds', 'Read it all'],
  file: ['Your data', 'All my data', 'Download'],
  help: ['Talk to a person'],
};

describe('the shopper’s page', () => {
  it.each(Object.keys(cards) as CardKind[])('shows the %s card', (kind) => {
    show(createScriptedVoice({ history: [shopperSaid('hello'), answered({ card: cards[kind] })] }));
    for (const words of told[kind]) expect(box.textContent).toContain(words);
  });

  it('says an example when it is pressed', () => {
    const voice = show(createScriptedVoice());
    press('Where’s my wardrobe?');
    expect(voice.acts).toContainEqual(['sendText', 'Where’s my wardrobe?']);
  });

  it('listens and stops at the press of the microphone', () => {
    const voice = show(createScriptedVoice());
    press('Talk');
    expect(voice.acts).toContainEqual(['startListening', 'tap']);
    press('Stop listening');
    expect(voice.acts).toContainEqual(['stopListening']);
  });

  it('offers the newest reply’s choices alone', () => {
    const choices = [{ id: 'yes', label: 'Yes, please', say: 'yes' }];
    const voice = show(createScriptedVoice({ history: [answered({ choices })] }));
    press('Yes, please');
    expect(voice.acts).toContainEqual(['choose', 'reply-1', 'yes']);
    act(() => voice.set({ history: [answered({ choices }), shopperSaid('yes')] }));
    expect(() => button('Yes, please')).toThrow('No button');
  });

  it('changes every word with the language and remembers it', () => {
    const voice = show(createScriptedVoice());
    press('Switch to Chinese / 切换到中文');
    expect(voice.getSnapshot().language).toBe('zh');
    expect(box.textContent).toContain('订单有什么需要帮忙');
    expect(localStorage.getItem('hexkey.preferences')).toContain('zh');
  });

  it('signs in again when the token ran out', () => {
    const error = { code: 'token_expired', message: '', retryable: false } as const;
    show(createScriptedVoice({ connection: 'refused', error }));
    press('Sign in again');
    expect(signIn).toHaveBeenCalledOnce();
  });

  it('moves the level meter without rendering again', () => {
    const voice = show(createScriptedVoice());
    act(() => voice.level(0.42));
    const meter = box.querySelector<SVGElement>('[data-testid="level"]');
    expect(meter?.style.getPropertyValue('--level')).toBe('0.420');
  });

  it('reads a new reply to screen readers, and not the history', () => {
    const voice = show(createScriptedVoice({ history: [answered()] }));
    const log = box.querySelector('[role="log"]');
    expect(log?.textContent).toBe('');
    const fresh = answered({ id: 'reply-2', text: 'It is on its way.' });
    vi.useFakeTimers();
    if (fresh.who === 'hexkey') act(() => voice.set({ reply: fresh.reply }));
    act(() => vi.advanceTimersByTime(2_000));
    expect(log?.textContent).toBe('It is on its way.');
    vi.useRealTimers();
  });

  it('leaves a reply that sounds to the voice, and does not read it after that either', () => {
    const voice = show(createScriptedVoice());
    const fresh = answered({ id: 'reply-2', text: 'It is on its way.' });
    vi.useFakeTimers();
    if (fresh.who === 'hexkey') act(() => voice.set({ reply: fresh.reply }));
    act(() => voice.set({ speaking: { reply: 'reply-2', sentence: 0 } }));
    act(() => vi.advanceTimersByTime(2_000));
    act(() => voice.set({ speaking: undefined }));
    expect(box.querySelector('[role="log"]')?.textContent).toBe('');
    vi.useRealTimers();
  });
});
