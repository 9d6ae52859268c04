import type { CallRoom } from '#protocol';
import { ada, view } from './samples.ts';

/** The call of `view`, with one photo taken and a caption under way. */
export const sampleRoom: CallRoom = {
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
