import type { CallAnswer, CallEvent, CallRequest, DeviceState } from '#protocol';
import type { CallMember, CallParticipant, Calls } from '../contract.ts';

type EventType = CallEvent['type'];
type EventOf<Type extends EventType> = Extract<CallEvent, { type: Type }>;
type AnswerTo<To extends CallAnswer['to']> = Extract<CallAnswer, { to: To }>;

export const phoneDevice: DeviceState = { stills: true, immersive: false, audioOnly: false };

/** Somebody in a call, who waits for what they are told and never for time. */
export class Person {
  readonly events: CallEvent[] = [];
  readonly participant: CallParticipant;
  #asked = 0;
  #read = 0;
  #wake = () => {};

  constructor(calls: Pick<Calls, 'participate'>, call: string, who: CallMember) {
    this.participant = calls.participate({
      call,
      who,
      send: (event) => {
        this.events.push(event);
        this.#wake();
      },
    });
  }

  /** Asks and answers what came back, an `answer` or a `refused`. */
  async ask(request: CallRequest): Promise<EventOf<'answer'> | EventOf<'refused'>> {
    this.#asked += 1;
    const id = `${this.#asked}`;
    await this.participant.request(id, request);
    const event = this.events.find(
      (each) => (each.type === 'answer' || each.type === 'refused') && each.id === id,
    );
    if (event?.type === 'answer' || event?.type === 'refused') return event;
    throw new Error(`"${request.ask}" was not answered`);
  }

  /** Asks for what must be granted. */
  async get<To extends CallAnswer['to']>(to: To, request: CallRequest): Promise<AnswerTo<To>> {
    const event = await this.ask(request);
    if (event.type === 'answer' && event.answer.to === to) return event.answer as AnswerTo<To>;
    throw new Error(`"${request.ask}" was answered ${JSON.stringify(event)}`);
  }

  /** The code with which it is refused; `undefined` when it is granted. */
  async refusal(request: CallRequest): Promise<string | undefined> {
    const event = await this.ask(request);
    return event.type === 'refused' ? event.code : undefined;
  }

  join(device: DeviceState = phoneDevice): Promise<AnswerTo<'join'>> {
    return this.get('join', { ask: 'join', device });
  }

  /** The next event of that type which fits, whatever lies between. */
  async next<Type extends EventType>(
    type: Type,
    fits: (event: EventOf<Type>) => boolean = () => true,
  ): Promise<EventOf<Type>> {
    for (;;) {
      for (; this.#read < this.events.length; this.#read += 1) {
        const event = this.events[this.#read];
        if (event?.type !== type || !fits(event as EventOf<Type>)) continue;
        this.#read += 1;
        return event as EventOf<Type>;
      }
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  of<Type extends EventType>(type: Type): EventOf<Type>[] {
    return this.events.filter((event): event is EventOf<Type> => event.type === type);
  }
}
