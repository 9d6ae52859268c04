import { afterAll, beforeAll, expect, test } from 'vitest';
import { DrivenDialogue } from './driven-dialogue.ts';
import { DrivenSpeech } from './driven-speech.ts';
import { startVoiceServer } from './server.ts';
import { Talker } from './talker.ts';

const dialogue = new DrivenDialogue();
let server: Awaited<ReturnType<typeof startVoiceServer>>;
let staff: { name: string; call: string } | undefined;

beforeAll(async () => {
  server = await startVoiceServer({
    speech: new DrivenSpeech(),
    dialogue,
    staff: {
      staffOf: async () => staff,
      listen: () => () => undefined,
      attend: () => () => undefined,
      participate: () => {
        throw new Error('nobody calls here');
      },
    },
  });
});
afterAll(() => server.app.close());

test('what a customer types while staff have the conversation is for staff, and Hexkey keeps quiet', async () => {
  const [talker, { conversation }] = await Talker.enter(server.address);
  staff = { name: 'Ana', call: 'call-1' };
  talker.send({ type: 'text', id: 'to-staff', text: 'The shelf does not fit' });
  await talker.next('shopper_said', ({ entry }) => entry.id === 'to-staff');
  staff = undefined;
  talker.send({ type: 'text', id: 'to-hexkey', text: 'where is my order' });
  await talker.next('reply');
  expect(dialogue.turns.map(({ idempotencyKey }) => idempotencyKey)).toEqual(['to-hexkey']);
  const { history } = await dialogue.open('ada', 'en', conversation);
  expect(history[0]).toMatchObject({ who: 'shopper', id: 'to-staff', text: 'The shelf does not fit' });
});
