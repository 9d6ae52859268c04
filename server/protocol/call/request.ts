import Type, { type Static } from 'typebox';
import { DrawCommand, Pointing } from './drawing.ts';
import { Audience, CallRoom, DeviceState, MediaSource } from './room.ts';
import {
  DtlsParameters,
  IceParameters,
  IceServer,
  RtpCapabilities,
  RtpParameters,
  SctpStreamParameters,
  TransportOffer,
} from './rtp.ts';

const ask = <Name extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  ask: Name,
  fields: Fields,
) => Type.Object({ ask: Type.Literal(ask), ...fields });

const Id = Type.String({ minLength: 1, maxLength: 64 });
const Label = Type.Enum(['draw', 'pointing', 'view']);

/**
 * What somebody in a call asks of it. Each is answered once, by an `answer` or a `refused` event with the message's id.
 * `join` comes first; joining again from the same session takes the same peer's place with fresh media.
 */
export const CallRequest = Type.Union([
  ask('join', { device: DeviceState }),
  ask('receive', { rtpCapabilities: RtpCapabilities }),
  ask('open_transport', { direction: Type.Enum(['send', 'receive']) }),
  ask('connect_transport', { transport: Id, dtlsParameters: DtlsParameters }),
  ask('restart_ice', { transport: Id }),
  ask('produce', {
    transport: Id,
    source: MediaSource,
    rtpParameters: RtpParameters,
    audience: Type.Optional(Audience),
  }),
  ask('produce_data', { transport: Id, label: Label, sctpStreamParameters: SctpStreamParameters }),
  ask('pause_producer', { producer: Id, paused: Type.Boolean() }),
  ask('close_producer', { producer: Id }),
  /** The page is ready for the consumer it was told of. */
  ask('resume_consumer', { consumer: Id }),
  ask('pause_consumer', { consumer: Id }),
  /** The simulcast layer wanted for the size it is shown at: 0 is the smallest. */
  ask('prefer_layer', { consumer: Id, spatial: Type.Integer({ minimum: 0, maximum: 3 }) }),
  ask('device', { device: DeviceState }),
  ask('hold', { held: Type.Boolean() }),
  /** Where a data channel cannot be had. */
  ask('draw', { command: DrawCommand }),
  ask('point', { pointing: Pointing }),
  /** Asks the customer's phone; it answers for itself with `device`, or with a still. */
  ask('set_camera', {
    facing: Type.Optional(Type.Enum(['front', 'rear'])),
    torch: Type.Optional(Type.Enum(['on', 'off'])),
  }),
  ask('take_still', {}),
  ask('freeze', { still: Type.Union([Id, Type.Null()]) }),
  ask('go_to_step', { step: Type.Integer({ minimum: 0, maximum: 61 }) }),
  ask('point_at_part', { part: Type.Union([Type.String({ maxLength: 60 }), Type.Null()]) }),
  ask('follow', { follow: Type.Boolean() }),
  /** The room as it is now, after a gap. */
  ask('room', {}),
  ask('leave', {}),
  /** Ends it for everybody; staff only. */
  ask('end', {}),
]);
export type CallRequest = Static<typeof CallRequest>;

const answer = <Name extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  to: Name,
  fields: Fields,
) => Type.Object({ to: Type.Literal(to), ...fields });

/** Answers that carry something; all other requests are answered by `done`. */
export const CallAnswer = Type.Union([
  answer('join', {
    peer: Type.String(),
    room: CallRoom,
    rtpCapabilities: RtpCapabilities,
    iceServers: Type.Array(IceServer),
  }),
  answer('open_transport', { transport: TransportOffer }),
  answer('restart_ice', { iceParameters: IceParameters }),
  answer('produce', { producer: Type.String() }),
  answer('produce_data', { dataProducer: Type.String() }),
  answer('room', { room: CallRoom }),
  answer('done', {}),
]);
export type CallAnswer = Static<typeof CallAnswer>;
