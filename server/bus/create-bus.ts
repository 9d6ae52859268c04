import { EventEmitter } from 'node:events';
import type { Bus, Topic } from './contract.ts';

export interface BusOptions {
  /** A listener threw: the fault is the listener's, and whoever published goes on. */
  onError: (error: unknown, topic: Topic) => void;
}

export function createBus({ onError }: BusOptions): Bus {
  const emitter = new EventEmitter().setMaxListeners(0);
  return {
    publish(topic, message) {
      emitter.emit(topic, message);
    },
    subscribe(topic, listener) {
      const guarded = (message: Parameters<typeof listener>[0]) => {
        try {
          listener(message);
        } catch (error) {
          onError(error, topic);
        }
      };
      emitter.on(topic, guarded);
      return () => emitter.off(topic, guarded);
    },
  };
}
