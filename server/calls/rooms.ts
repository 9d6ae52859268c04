import type { CallRow } from './call-rows.ts';
import type { EndReason } from './contract.ts';
import { Room, type RoomParts } from './room/room.ts';

/** The rooms of this process: of each call that somebody is in. */
export class Rooms {
  readonly #parts: RoomParts;
  readonly #opening = new Map<string, Promise<Room>>();
  readonly #open = new Map<string, Room>();

  constructor(parts: RoomParts) {
    this.#parts = parts;
  }

  /** Two who come at once meet in one room. */
  open(call: CallRow): Promise<Room> {
    const known = this.#opening.get(call.id);
    if (known) return known;
    const opening = Room.open(call, this.#parts).then(
      (room) => {
        this.#open.set(call.id, room);
        return room;
      },
      (error: unknown) => {
        this.#opening.delete(call.id);
        throw error;
      },
    );
    this.#opening.set(call.id, opening);
    return opening;
  }

  get(call: string): Room | undefined {
    return this.#open.get(call);
  }

  ofCustomer(customer: string): Room[] {
    return [...this.#open.values()].filter((room) => room.call.customer === customer);
  }

  /** Also one that is being opened. */
  async close(call: string, reason: EndReason): Promise<void> {
    const opening = this.#opening.get(call);
    this.#opening.delete(call);
    this.#open.delete(call);
    const room = await opening?.catch(() => undefined);
    this.#open.delete(call);
    room?.close(reason);
  }

  async closeAll(reason: EndReason): Promise<void> {
    await Promise.all([...this.#opening.keys()].map((call) => this.close(call, reason)));
  }
}
