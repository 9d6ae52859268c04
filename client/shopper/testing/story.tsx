import { createRoot } from 'react-dom/client';
import type { CardKind } from '#protocol';
import { UiProvider } from '../../ui/UiProvider.tsx';
import type { VoiceSnapshot } from '../../voice/contract.ts';
import { ShopperPage } from '../ShopperPage.tsx';
import { answered, cards, reply, shopperSaid } from './samples.ts';
import { createScriptedVoice } from './scripted-voice.ts';

/**
 * The page in one of its states: `story.html?scene=denied&language=zh&level=0.5`. Served by `npm run dev` alone; the
 * client can be played from the console as `voice`.
 */
const query = new URLSearchParams(location.search);

const asked = shopperSaid('where’s my order four five one nine two');
const tracking = [asked, answered({ card: cards.order })];
const error = (code: 'token_expired' | 'foreign_origin' | 'recogniser_failed') => ({
  code,
  message: code,
  retryable: false,
});

const confirming = [
  ...tracking,
  shopperSaid('send it to my office instead'),
  answered({
    id: 'reply-2',
    text: 'I can send it to your office, 221 Cumberland Road. Shall I change it?',
    speech: ['I can send it to your office, two two one Cumberland Road.', 'Shall I change it?'],
    card: cards.address_change,
    expecting: 'confirmation',
    choices: [
      { id: 'yes', label: 'Yes, send it there', say: 'yes' },
      { id: 'no', label: 'No, leave it', say: 'no' },
      { id: 'other', label: 'Another address', say: 'another address' },
    ],
  }),
];

/** Everything the page can look like, by name. */
const scenes: Record<string, Partial<VoiceSnapshot>> = {
  first: { firstName: 'Maya' },
  connecting: { connection: 'connecting' },
  asking: { microphone: 'asking', firstName: 'Maya' },
  listening: {
    listening: 'tap',
    microphone: 'on',
    hearing: true,
    liveWords: 'Where’s my order four five',
    firstName: 'Maya',
  },
  long: {
    listening: 'handsfree',
    microphone: 'on',
    hearing: true,
    liveWords:
      'So I ordered this wardrobe about a week ago and the man on the phone told me it would be here on Tuesday but nothing has come and now I wonder',
    history: tracking,
  },
  thinking: { thinking: true, history: [asked] },
  speaking: {
    history: tracking,
    reply: reply({ card: cards.order }),
    speaking: { reply: 'reply-1', sentence: 1 },
  },
  confirming: { history: confirming },
  waiting: { history: tracking, connection: 'lost', waiting: [{ id: 'w', text: 'and the lamp?' }] },
  denied: { microphone: 'denied', firstName: 'Maya' },
  none: { microphone: 'none', firstName: 'Maya' },
  insecure: { microphone: 'insecure', firstName: 'Maya' },
  taken: { microphone: 'taken', history: tracking },
  failed: { microphone: 'failed', history: tracking },
  lost: { connection: 'lost', history: tracking },
  offline: { connection: 'offline', history: tracking },
  busy: { connection: 'busy' },
  expired: { connection: 'refused', error: error('token_expired'), history: tracking },
  refused: { connection: 'refused', error: error('foreign_origin') },
  replaced: { connection: 'replaced', history: tracking },
  error: { error: error('recogniser_failed'), history: tracking },
  crowded: { listening: 'tap', microphone: 'on', hearing: true, busy: true, history: tracking },
  ...Object.fromEntries(
    (Object.keys(cards) as CardKind[]).map((kind) => [
      `card-${kind}`,
      { history: [shopperSaid('tell me about it'), answered({ card: cards[kind] })] },
    ]),
  ),
};

const scene = scenes[query.get('scene') ?? 'first'];
if (!scene) throw new Error(`No such scene. Scenes: ${Object.keys(scenes).join(', ')}`);

const voice = createScriptedVoice({ ...scene, language: query.get('language') === 'zh' ? 'zh' : 'en' });
Object.assign(window, { voice });
const page = document.getElementById('page');
if (!page) throw new Error('The page has no element with the id "page"');
createRoot(page).render(
  <UiProvider>
    <ShopperPage
      client={voice}
      onSignIn={() => undefined}
      onClose={query.has('embedded') ? () => undefined : undefined}
    />
  </UiProvider>,
);
setTimeout(() => voice.level(Number(query.get('level') ?? 0)));
