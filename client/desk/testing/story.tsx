import { createRoot } from 'react-dom/client';
import type { CallAnswer, CallRoom, DeskEvent, DeskRequest } from '#protocol';
import { DeskApp } from '../DeskApp.tsx';
import { DeskUi } from '../frame/DeskUi.tsx';
import { fakeApi, refuseSignIn } from './fake-api.ts';
import { type FakeSocket, fakeLine } from './fake-line.ts';
import { ada, colleagues, figures, jonas, lin, mia, ready, view } from './samples.ts';

/**
 * The desk in one of its states: `story.html?scene=work`. Served by `npm run dev` alone; its server is played here.
 */
const query = new URLSearchParams(location.search);
const scene = query.get('scene') ?? 'queue';
const inCall = scene === 'work' || scene === 'call';
const queue = scene === 'empty' ? [] : [jonas, lin, mia];

function answer(socket: FakeSocket, request: DeskRequest): void {
  if (request.type === 'hello') socket.say(...greeting());
  if (request.type === 'accept') {
    socket.say(
      { type: 'conversation', view, role: 'holder' },
      { type: 'queue', waiting: queue.filter(({ handoff }) => handoff !== request.handoff) },
    );
  }
  if (request.type === 'call') answerCall(socket, request);
  else if ('id' in request) socket.say({ type: 'done', id: request.id });
}

/** The call of `view`, with one photo taken and a caption under way. */
const sampleRoom: CallRoom = {
  id: view.call,
  conversation: view.conversation,
  openedAt: view.takenAt,
  peers: [
    { id: 'me', role: 'agent', name: ada.name, away: false, held: false, producers: [] },
    {
      id: 'mia',
      role: 'customer',
      name: view.customer.name,
      away: false,
      held: false,
      producers: [],
      device: { facing: 'rear', torch: 'off', stills: true, immersive: false, audioOnly: false },
    },
  ],
  ...(view.guide && { guide: view.guide }),
  marks: [],
  drawn: 0,
  stills: [
    {
      id: 'still-1',
      url: '/guides/fenwick-bookcase/thumbnail.png',
      width: 640,
      height: 480,
      at: view.takenAt,
    },
  ],
  captions: [
    {
      id: 'c1',
      peer: 'mia',
      role: 'customer',
      name: view.customer.name,
      text: 'Do you mean this one down here',
      final: false,
      at: view.takenAt,
    },
  ],
};

/** A call whose room is there and whose media is not: what stands around the picture can be looked at. */
function answerCall(socket: FakeSocket, { call, id, request }: Extract<DeskRequest, { type: 'call' }>): void {
  const answer: CallAnswer =
    request.ask === 'join'
      ? {
          to: 'join',
          peer: 'me',
          room: sampleRoom,
          rtpCapabilities: { codecs: [], headerExtensions: [] },
          iceServers: [],
        }
      : { to: 'done' };
  socket.say({ type: 'call', call, event: { type: 'answer', id, answer } });
}

function greeting(): DeskEvent[] {
  const role = scene === 'agent' ? 'agent' : 'admin';
  return [
    ready({ ...ada, role }, scene === 'call'),
    { type: 'queue', waiting: inCall ? queue.filter((one) => one !== mia) : queue },
    { type: 'colleagues', colleagues },
    { type: 'figures', figures },
    ...(inCall ? [{ type: 'conversation', view, role: 'holder' } as const] : []),
  ];
}

const line = fakeLine((socket) => {
  socket.onSend = (request) => setTimeout(() => answer(socket, request), 30);
  setTimeout(() => socket.open(), 30);
});
Object.assign(window, { line });
const page = document.getElementById('page');
if (!page) throw new Error('The page has no element with the id "page"');
createRoot(page).render(
  <DeskUi>
    <DeskApp
      api={fakeApi(scene === 'sign-in' ? { session: refuseSignIn } : {})}
      createDesk={() => line.desk}
      pathname={query.get('pathname') ?? '/desk'}
      token={query.get('token') ?? ''}
    />
  </DeskUi>,
);
