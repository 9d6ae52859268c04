import type { CallEvent, CallPeer, CallRoom, Caption } from '#protocol';

/** As many captions as anyone scrolls back to on a phone; the conversation keeps them all. */
const captionsKept = 60;

/** What an event changes in the room; the same object where it changes nothing. Drawing is ordered apart. */
export function afterCallEvent(room: CallRoom, event: CallEvent): CallRoom {
  switch (event.type) {
    case 'peer':
      return { ...room, peers: withPeer(room.peers, event.peer) };
    case 'peer_left':
      return { ...room, peers: room.peers.filter(({ id }) => id !== event.peer) };
    case 'still':
      return room.stills.some(({ id }) => id === event.still.id)
        ? room
        : { ...room, stills: [...room.stills, event.still] };
    case 'frozen': {
      const { frozen: _, ...live } = room;
      return event.still === null ? live : { ...live, frozen: event.still };
    }
    case 'guide':
      return { ...room, guide: event.guide };
    case 'caption':
      return { ...room, captions: withCaption(room.captions, event.caption) };
    case 'recording': {
      const { recordingSince: _, recordingFailed: __, ...quiet } = room;
      return {
        ...quiet,
        ...(event.since === null ? {} : { recordingSince: event.since }),
        ...(event.failed ? { recordingFailed: event.failed } : {}),
      };
    }
    default:
      return room;
  }
}

function withPeer(peers: CallPeer[], peer: CallPeer): CallPeer[] {
  const place = peers.findIndex(({ id }) => id === peer.id);
  return place < 0 ? [...peers, peer] : peers.with(place, peer);
}

function withCaption(captions: Caption[], caption: Caption): Caption[] {
  const place = captions.findIndex(({ id }) => id === caption.id);
  if (place < 0) return [...captions, caption].slice(-captionsKept);
  return captions[place]?.final ? captions : captions.with(place, caption);
}
