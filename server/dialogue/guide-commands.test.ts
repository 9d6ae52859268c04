import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoShopper } from '../demo/index.ts';
import { openLibrary } from '../guides/index.ts';
import { fromRoot } from '../paths.ts';
import { openShop, type Shop, talk } from './testing/converse.ts';
import { createUnderstander } from './understanding/index.ts';

describe('with the desk’s guide open', () => {
  let shop: Shop;
  let shopper: Awaited<ReturnType<typeof talk>>;
  let progress: string;
  const step = async () => (await shop.guides.current(demoShopper))?.step;
  const at = (step: number) => shop.guides.move(shop.store.db, demoShopper, progress, { step, repeats: 0 });

  beforeAll(async () => {
    const library = await openLibrary(fromRoot('assets', 'guides'), () => {});
    shop = await openShop(await createUnderstander(), 'pglite', library);
    progress = (await shop.guides.open(demoShopper, 'ashby-desk', 'SO-45912')).id;
  });
  afterAll(() => shop.close());
  beforeEach(async () => {
    await at(4);
    shopper = await talk(shop);
  });

  it('asks the step’s own question before it goes on', async () => {
    const asked = await shopper.type('next');
    expect(asked).toMatchObject({ expecting: 'confirmation', intent: 'next_step' });
    expect(asked.text).toContain('Do both frames stand square to the top?');
    expect(await step()).toBe(4);
    const next = await shopper.type('yes they do');
    expect(next.guide).toEqual({ progress, step: 5 });
    expect(next.text).toMatch(/[Ss]tep 5[.:] Hold the back rail/);
    expect(await step()).toBe(5);
  });

  it('says what usually went wrong when the answer is no, and stays', async () => {
    await at(2);
    await shopper.type('next step please');
    const reply = await shopper.type('no');
    expect(reply.text).toContain('The runner will not come apart.');
    expect(reply.choices).toContainEqual(expect.objectContaining({ id: 'person' }));
    expect(await step()).toBe(2);
  });

  it('goes back, to a number, and to a step by its words', async () => {
    expect((await shopper.type('go back')).guide).toEqual({ progress, step: 3 });
    expect((await shopper.type('go to step nine')).guide).toEqual({ progress, step: 9 });
    expect((await shopper.type('go to the step with the levelling feet')).guide).toEqual({
      progress,
      step: 8,
    });
  });

  it('refuses a step that is not there, and stays', async () => {
    expect((await shopper.type('go to step forty')).text).toMatch(/13/);
    expect(await step()).toBe(4);
  });

  it('points at a part by its letter and says what it looks like', async () => {
    const reply = await shopper.type('which one is part B?');
    expect(reply.guide).toEqual({ progress, part: 'frame' });
    expect(reply.text).toMatch(/black steel rectangles/);
  });

  it('helps where somebody is stuck', async () => {
    await at(2);
    expect((await shopper.type("i'm stuck with this step")).text).toContain('press the small lever');
  });

  it('answers other questions in between and comes back to the check', async () => {
    await shopper.type('next');
    const reply = await shopper.type("where's my wardrobe?");
    expect(reply.card?.kind).toBe('order');
    expect(reply.text).toContain('Do both frames stand square');
  });

  it('expects answers out of noise only while a question stands open', () => {
    const enteredAt = new Date(0).toISOString();
    const hints = (asking: boolean) =>
      shop.dialogue.hints('unknown', { guide: 'ashby-desk', step: 4, enteredAt, asking, paused: false });
    expect(hints(true).notFromNoise).not.toContain('yes');
    expect(hints(false).notFromNoise).toContain('yes');
    expect(hints(true).notFromNoise).toContain('start over');
    expect(hints(false).commands).toContain('yes');
  });
});

describe('without a guide open', () => {
  it('says so', async () => {
    const shop = await openShop(await createUnderstander());
    const shopper = await talk(shop);
    expect((await shopper.type('next step')).text).toMatch(/no (?:assembly )?guide/i);
    await shop.close();
  });
});
