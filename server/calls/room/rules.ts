import { type CallRequest, type CallRole, callRoles, type MediaSource } from '#protocol';
import { HexkeyError } from '../../errors.ts';

type Ask = CallRequest['ask'];

const everybody = callRoles;
const staff = ['agent', 'supervisor'] as const satisfies CallRole[];

export const isStaff = (role: CallRole): boolean => role === 'agent' || role === 'supervisor';

const mayAsk: Record<Ask, readonly CallRole[]> = {
  join: everybody,
  receive: everybody,
  open_transport: everybody,
  connect_transport: everybody,
  restart_ice: everybody,
  produce: everybody,
  produce_data: everybody,
  pause_producer: everybody,
  close_producer: everybody,
  resume_consumer: everybody,
  pause_consumer: everybody,
  prefer_layer: everybody,
  device: everybody,
  hold: ['customer', ...staff],
  draw: everybody,
  point: everybody,
  set_camera: staff,
  take_still: staff,
  freeze: staff,
  go_to_step: staff,
  point_at_part: ['customer', ...staff],
  follow: staff,
  room: everybody,
  leave: everybody,
  end: staff,
};

const mayProduce: Record<MediaSource, readonly CallRole[]> = {
  microphone: everybody,
  camera: everybody,
  screen: staff,
};

/** Throws `forbidden` for what is not this role's to ask. */
export function requireAllowed(role: CallRole, request: CallRequest): void {
  if (!mayAsk[request.ask].includes(role))
    throw new HexkeyError(
      'forbidden',
      `In a call "${request.ask}" is for ${mayAsk[request.ask].join(', ')}.`,
    );
  if (request.ask !== 'produce') return;
  if (!mayProduce[request.source].includes(role))
    throw new HexkeyError('forbidden', 'Only staff share a screen.');
  if (request.audience === 'staff' && (role !== 'supervisor' || request.source !== 'microphone'))
    throw new HexkeyError('forbidden', 'Only a supervisor whispers, and only with a microphone.');
}
