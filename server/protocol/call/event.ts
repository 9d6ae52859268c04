import Type, { type Static } from 'typebox';
import { type ErrorCode as ErrorCodeName, errorCodes } from '../error-codes.ts';
import { Moment } from '../order.ts';
import { DrawEvent, PeerPointing, PeerView } from './drawing.ts';
import { CallAnswer } from './request.ts';
import { CallGuide, CallPeer, Caption, MediaSource, RecordingFailure, Still } from './room.ts';
import { RtpParameters, SctpStreamParameters } from './rtp.ts';

const event = <Name extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  type: Name,
  fields: Fields,
) => Type.Object({ type: Type.Literal(type), ...fields });

/** What a call tells those in it. */
export const CallEvent = Type.Union([
  event('answer', { id: Type.String(), answer: CallAnswer }),
  event('refused', {
    id: Type.String(),
    code: Type.Enum(Object.keys(errorCodes) as ErrorCodeName[]),
    message: Type.String(),
    retryable: Type.Boolean(),
  }),
  event('peer', { peer: CallPeer }),
  event('peer_left', { peer: Type.String() }),
  /** Paused until `resume_consumer`. */
  event('consumer', {
    id: Type.String(),
    producer: Type.String(),
    peer: Type.String(),
    source: MediaSource,
    kind: Type.Enum(['audio', 'video']),
    rtpParameters: RtpParameters,
    producerPaused: Type.Boolean(),
  }),
  event('consumer_closed', { id: Type.String() }),
  event('consumer_paused', { id: Type.String(), paused: Type.Boolean() }),
  /** mediasoup's estimate of how well a stream arrives, 0 (not at all) to 10. */
  event('quality', {
    peer: Type.String(),
    source: MediaSource,
    score: Type.Integer({ minimum: 0, maximum: 10 }),
  }),
  event('data_consumer', {
    id: Type.String(),
    dataProducer: Type.String(),
    label: Type.String(),
    sctpStreamParameters: SctpStreamParameters,
  }),
  /** Drawing for those without a data channel. */
  event('drawn', { drawing: DrawEvent }),
  event('pointing', { pointing: PeerPointing }),
  event('view', { view: PeerView }),
  event('camera_wanted', {
    facing: Type.Optional(Type.Enum(['front', 'rear'])),
    torch: Type.Optional(Type.Enum(['on', 'off'])),
  }),
  event('still_wanted', {}),
  event('still', { still: Still }),
  event('frozen', { still: Type.Union([Type.String(), Type.Null()]) }),
  event('guide', { guide: CallGuide }),
  event('caption', { caption: Caption }),
  /** Recording began, or stopped; `failed` tells staff why where nobody stopped it. */
  event('recording', {
    since: Type.Union([Moment, Type.Null()]),
    failed: Type.Optional(RecordingFailure),
  }),
  /** The media server was replaced: make transports anew (`receive`, `open_transport`, `produce`). The room is the same. */
  event('media_restarted', {}),
  event('ended', { reason: Type.Enum(['staff_ended', 'everybody_left', 'transferred', 'server_closing']) }),
]);
export type CallEvent = Static<typeof CallEvent>;
