import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ListenMode, OpenGuide } from '#protocol';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech, type DrivenStream } from './driven-speech.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

const open: OpenGuide = {
  guide: 'ashby-desk',
  step: 3,
  enteredAt: '2031-03-03T09:00:00Z',
  asking: false,
  paused: false,
};

let server: Awaited<ReturnType<typeof startVoiceServer>>;
let dialogue: DrivenDialogue;
let speech: DrivenSpeech;
beforeEach(async () => {
  dialogue = new DrivenDialogue();
  dialogue.addressed = (text) => text === 'next';
  speech = new DrivenSpeech();
  server = await startVoiceServer({ speech, dialogue });
});
afterEach(() => server.app.close());

async function listen(talker: Talker, mode: ListenMode): Promise<DrivenStream> {
  talker.send({ type: 'listen_start', mode });
  talker.sendAudio(new Uint8Array(640));
  return speech.stream();
}

test('talk among people beside an open guide is told as such, and is no turn', async () => {
  const [talker, { conversation }] = await Talker.enter(server.address, { guide: open });
  const stream = await listen(talker, 'handsfree');
  stream.say(1, 'pass me the hammer');
  expect(await talker.next('discarded')).toMatchObject({ reason: 'aside', text: 'pass me the hammer' });
  stream.say(2, 'next');
  await talker.next('reply');
  expect(dialogue.turns.map(({ text }) => text)).toEqual(['next']);
  expect(dialogue.turns[0]?.guide).toEqual(open);
  const { history } = await dialogue.open('ada', 'en', conversation);
  expect(JSON.stringify(history)).not.toContain('hammer');
});

test('what is typed, or said with the button held, is always for Hexkey', async () => {
  const [talker] = await Talker.enter(server.address, { guide: open });
  talker.send({ type: 'text', id: 't1', text: 'pass me the hammer' });
  await talker.next('reply');
  const stream = await listen(talker, 'hold');
  stream.say(1, 'where is the hammer');
  await talker.next('reply');
  expect(dialogue.turns.map(({ text }) => text)).toEqual(['pass me the hammer', 'where is the hammer']);
});

test('a turn carries the guide as the page last told it', async () => {
  const [talker] = await Talker.enter(server.address);
  talker.send({ type: 'guide', open });
  talker.send({ type: 'text', id: 't1', text: 'next' });
  await talker.next('reply');
  talker.send({ type: 'guide', open: { ...open, step: 4 } });
  talker.send({ type: 'text', id: 't2', text: 'next' });
  await talker.next('reply');
  talker.send({ type: 'guide' });
  talker.send({ type: 'text', id: 't3', text: 'next' });
  await talker.next('reply');
  expect(dialogue.turns.map(({ guide }) => guide?.step)).toEqual([3, 4, undefined]);
});

test('a yes said in one breath with "next" answers the question that "next" asked', async () => {
  const [talker] = await Talker.enter(server.address, { guide: open });
  dialogue.guide = { act: 'check' };
  talker.send({ type: 'text', id: 't1', text: 'next' });
  talker.send({ type: 'text', id: 't2', text: 'yes' });
  await talker.next('reply');
  await talker.next('reply');
  expect(dialogue.turns.map(({ guide }) => guide?.asking)).toEqual([false, true]);
});

test.each(['yes', 'no', 'okay'])(
  '"%s" to the question that stands open counts while a reply sounds',
  async (answer) => {
    const [talker] = await Talker.enter(server.address, { guide: { ...open, asking: true } });
    dialogue.addressed = () => true;
    dialogue.sentences = ['No tool is needed: yes, your hands are enough, okay.'];
    talker.send({ type: 'text', id: 't1', text: 'what tool do I need' });
    const { reply } = await talker.next('reply');
    talker.send({ type: 'playback', reply: reply.id, state: 'started' });
    const stream = await listen(talker, 'handsfree');
    stream.say(1, answer);
    await talker.next('reply');
    expect(dialogue.turns.map(({ text }) => text)).toEqual(['what tool do I need', answer]);
  },
);

test('speech gets ready for a guide’s commands when it is opened, once', async () => {
  dialogue.commands = ['next', 'go back'];
  const [talker] = await Talker.enter(server.address, { guide: open });
  talker.send({ type: 'guide', open: { ...open, step: 4 } });
  talker.send({ type: 'text', id: 't1', text: 'next' });
  await talker.next('reply');
  expect(speech.prepared).toEqual([['next', 'go back']]);
});
