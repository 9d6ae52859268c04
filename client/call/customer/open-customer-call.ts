import type { VoiceClient } from '../../voice/contract.ts';
import type { CallEngine } from '../contract.ts';
import { createCallEngine } from '../engine/create-call-engine.ts';
import { createCallLink } from '../link/call-link.ts';

export interface CustomerCallHandle {
  engine: CallEngine;
  /** Leaves, and lets go of devices and line. */
  close(): void;
}

/** A call as the customer is in it: its signalling travels over their voice socket. Nothing is asked for or sent yet. */
export function openCustomerCall(voice: VoiceClient, call: string): CustomerCallHandle {
  const link = createCallLink({ call, post: (message) => carriage.post(message) });
  const carriage = voice.carryCall(call, link);
  const engine = createCallEngine({
    link,
    role: 'customer',
    stills: {
      address: `/v1/calls/${encodeURIComponent(call)}/stills`,
      headers: async () => ({ authorization: `Bearer ${await voice.token()}` }),
    },
  });
  return {
    engine,
    close() {
      engine.dispose();
      carriage.stop();
    },
  };
}
