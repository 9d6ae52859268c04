import { openRooms } from './hexkey-rooms.ts';
import { receiveFrom, type SyntheticSender, sendFor, sendPatternInto, workTime } from './plain-ends.ts';
import { camera, microphone } from './synthetic-stream.ts';

export interface ManyRooms {
  rooms: number;
  workers: number;
  /** Processor time of all workers, as a share of one core: 1 is a whole core. */
  cpu: number;
  sent: number;
  /** Packets that should have come out of the rooms, and did not. */
  lost: number;
}

/** In each room a customer's camera and microphone go to staff, and staff's microphone to the customer. */
export async function measureManyRooms(count: number, ms: number): Promise<ManyRooms> {
  const rooms = await openRooms(0);
  const senders: SyntheticSender[] = [];
  const ends = [];
  for (let room = 0; room < count; room++) {
    const router = await rooms.openRoom();
    for (const pattern of [camera, microphone, microphone]) {
      const sender = await sendPatternInto(router, pattern);
      senders.push(sender);
      ends.push({ sender, receiver: await receiveFrom(router, sender.producer) });
    }
  }
  const [before, begun] = [await workTime(rooms.workers), performance.now()];
  await sendFor(senders, ms);
  const cpu = ((await workTime(rooms.workers)) - before) / (performance.now() - begun);
  const measured = {
    rooms: count,
    workers: rooms.workers.length,
    cpu,
    sent: senders.reduce((sum, { sent }) => sum + sent, 0),
    lost: ends.reduce((sum, { sender, receiver }) => sum + sender.sent - receiver.received, 0),
  };
  for (const { sender, receiver } of ends) {
    sender.close();
    receiver.close();
  }
  await rooms.close();
  return measured;
}
