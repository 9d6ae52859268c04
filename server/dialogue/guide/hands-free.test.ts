import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoShopper } from '../../demo/index.ts';
import { handoffs } from '../../desk/tables.ts';
import { openLibrary } from '../../guides/index.ts';
import { fromRoot } from '../../paths.ts';
import { openPage } from '../testing/builder.ts';
import { monday, openShop, type Shop } from '../testing/converse.ts';
import { createUnderstander } from '../understanding/index.ts';

const desk = 'ashby-desk';

describe('building with both hands busy', () => {
  let shop: Shop;
  beforeAll(async () => {
    const library = await openLibrary(fromRoot('assets', 'guides'), () => {});
    shop = await openShop(await createUnderstander(), 'pglite', library);
  });
  afterAll(() => shop.close());

  it('goes from the parts to the finished product, each step on a yes to its own question', async () => {
    const page = await openPage(shop, 'beacon-router', { step: 0 });
    await page.say("let's start");
    for (let step = 1; step <= 8; step++) {
      expect(page.open()).toMatchObject({ step, asking: false });
      const asked = await page.say(step % 2 === 0 ? 'next' : 'okay next step please');
      const check = shop.guides.get('beacon-router')?.steps[step - 1]?.check.en as string;
      expect(asked.text).toContain(check);
      expect(page.open()).toMatchObject({ step, asking: true });
      await page.say(step % 3 === 0 ? 'it does' : 'yes');
    }
    expect(page.open().step).toBe(9);
    expect((await page.say('next')).text).toMatch(/done|stands|last step/i);
  });

  it('takes a no for what usually goes wrong, and stays', async () => {
    const page = await openPage(shop, desk, { step: 2 });
    await page.say('next');
    const reply = await page.say("no they don't");
    expect(reply.text).toContain('The runner will not come apart.');
    expect(reply.guide?.act).toBe('refuse');
    expect(page.open()).toMatchObject({ step: 2, asking: false });
  });

  it('takes a yes with a doubt behind it for a no', async () => {
    const page = await openPage(shop, desk, { step: 4, asking: true });
    expect((await page.say('yes but one is not quite square')).guide?.act).toBe('refuse');
  });

  it('takes a yes for the question that the page itself asked by a tap', async () => {
    const page = await openPage(shop, desk, { step: 4, asking: true });
    expect((await page.say('yes')).guide).toMatchObject({ step: 5 });
  });

  it('helps at the first "stuck" and asks for a person at the second', async () => {
    const page = await openPage(shop, desk, { step: 2 });
    const first = await page.say("I'm stuck");
    expect(first.text).toContain('press the small lever');
    expect(first.guide?.act).toBe('stuck');
    expect(first.card).toBeUndefined();
    const second = await page.say("I'm still stuck");
    expect(second.card?.kind).toBe('handoff');
    const rows = await shop.store.db.select().from(handoffs);
    const row = rows.find(({ conversation }) => conversation === page.conversation);
    expect(row?.reason).toContain('Building the Ashby desk, step 2 of 13 "Runners onto the hangers"');
  });

  it('counts "stuck" anew at every step', async () => {
    const page = await openPage(shop, desk, { step: 2 });
    await page.say("I'm stuck");
    await page.say('go to step three');
    expect((await page.say("I'm stuck")).card).toBeUndefined();
  });

  it('tells staff the step and the minutes on it when a person is asked for', async () => {
    const enteredAt = new Date(monday.getTime() - 7 * 60_000).toISOString();
    const page = await openPage(shop, desk, { step: 9, enteredAt });
    expect((await page.say('get me a human please')).card?.kind).toBe('handoff');
    const rows = await shop.store.db.select().from(handoffs);
    const row = rows.find(({ conversation }) => conversation === page.conversation);
    expect(row?.reason).toContain('step 9 of 13 "Turn the desk over", 7 min on it');
  });

  it('says how long is left by the guide’s own count', async () => {
    const page = await openPage(shop, desk, { step: 13 });
    const minutes = shop.guides.get(desk)?.steps[12]?.minutes;
    expect((await page.say('how long is left')).text).toContain(`${minutes} minutes`);
  });

  it('names the tool, or says that hands are enough', async () => {
    const page = await openPage(shop, desk, { step: 4 });
    expect((await page.say('what tool do I need')).text).toMatch(/hex key/i);
    await page.say('go to step 11');
    expect((await page.say('what tool do I need')).text).toMatch(/hands/);
  });

  it('gives the size of a part, and of the one spoken of when none is named', async () => {
    const page = await openPage(shop, desk, { step: 4 });
    const [width, height, depth] = (
      shop.guides.get(desk)?.parts.find(({ letter }) => letter === 'C')?.size ?? []
    ).map((metres) => Math.round(metres * 1000) / 10);
    const size = `${width} by ${height} by ${depth} centimetres`;
    expect((await page.say('dimensions of part C')).text).toContain(size);
    expect((await page.say('how big is it')).text).toContain(size);
  });

  describe('where a letter is heard that rhymes with one of this step', () => {
    it('shows the part it heard and offers the one this step needs', async () => {
      const page = await openPage(shop, desk, { step: 7 });
      const reply = await page.say('show me part B');
      expect(reply.guide).toMatchObject({ part: 'frame' });
      expect(reply.text).toMatch(/part D, the Cable tray/);
    });

    it.each(['the other one', 'no', 'no, the other one', 'no, part D', 'I said D', 'show me part B'])(
      'shows the other on "%s"',
      async (correction) => {
        const page = await openPage(shop, desk, { step: 7 });
        await page.say('show me part B');
        expect(await page.isAddressed(correction)).toBe(true);
        const reply = await page.say(correction);
        expect(reply.guide).toMatchObject({ part: 'tray' });
        expect(reply.text).not.toMatch(/the other one/);
      },
    );

    it('takes another letter, and any other command, for what it is', async () => {
      const page = await openPage(shop, desk, { step: 7 });
      await page.say('show me part B');
      expect((await page.say('no, part M')).guide).toMatchObject({ part: 'handle' });
      await page.say('show me part B');
      expect((await page.say('next')).guide?.act).toBe('check');
      expect((await page.say('no')).guide?.act).toBe('refuse');
    });

    it('offers nothing for a part named by its name, one of this step, or where several rhyme', async () => {
      const page = await openPage(shop, desk, { step: 7 });
      for (const asked of ['which one is the leg?', 'show me part D', 'show me part M'])
        expect((await page.say(asked)).text).not.toMatch(/the other one/);
      const drawer = await openPage(shop, desk, { step: 10 });
      expect((await drawer.say('show me part A')).text).not.toMatch(/the other one/);
    });
  });

  it('rests on "pause" and goes on with the step where it was', async () => {
    const page = await openPage(shop, desk, { step: 6 });
    expect((await page.say('pause')).guide?.act).toBe('pause');
    const back = await page.say('go on');
    expect(back.guide?.act).toBe('continue');
    expect(back.text).toMatch(/step 6/i);
    expect((await page.say('go on')).guide?.act).toBe('check');
  });

  it('starts over on a yes alone', async () => {
    const page = await openPage(shop, desk, { step: 6 });
    expect(await page.say('start over')).toMatchObject({ expecting: 'confirmation' });
    expect((await page.say('no')).guide?.act).toBeUndefined();
    expect(page.open().step).toBe(6);
    await page.say('start over');
    expect((await page.say('yes')).guide?.act).toBe('restart');
  });

  it('forgets "start over" once something else is asked', async () => {
    const page = await openPage(shop, desk, { step: 6 });
    await page.say('start over');
    await page.say('what tool do I need');
    expect((await page.say('yes')).guide?.act).toBeUndefined();
  });

  it('says again without doing again', async () => {
    const page = await openPage(shop, desk, { step: 6 });
    await page.say('start over');
    await page.say('yes');
    expect((await page.say('what did you say?')).guide).toBeUndefined();
  });

  it('keeps an order’s own question apart from the step’s', async () => {
    const page = await openPage(shop, desk, { step: 4, asking: true });
    expect(await page.say('cancel the wardrobe')).toMatchObject({ expecting: 'confirmation' });
    expect((await page.say('no')).guide).toBeUndefined();
    expect(page.open()).toMatchObject({ step: 4, asking: true });
    expect((await shop.orders.get(demoShopper, 'SO-45192'))?.state).toBe('packed');
  });

  it('answers in Chinese', async () => {
    const page = await openPage(shop, desk, { step: 4 });
    expect((await page.say('需要什么工具', 'zh')).text).toMatch(/内六角/);
    expect((await page.say('下一步', 'zh')).text).toMatch(/继续之前|先确认/);
    expect((await page.say('是的', 'zh')).text).toMatch(/第5步/);
    expect((await page.say('还要多久', 'zh')).text).toMatch(/分钟/);
  });

  it('leaves a question about an order to the shop', async () => {
    const page = await openPage(shop, desk, { step: 4 });
    expect((await page.say("where's my wardrobe?")).card?.kind).toBe('order');
    expect(page.open().step).toBe(4);
  });
});
