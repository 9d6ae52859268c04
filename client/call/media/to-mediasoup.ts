import type { types } from 'mediasoup-client';
import type { IceServer, RtpParameters, TransportOffer } from '#protocol';

/*
 * The wire's types and mediasoup's differ in how they write "may be absent" alone: the wire leaves a key out, mediasoup
 * allows `undefined`. What the values mean is checked by mediasoup.
 */

export const asRtpParameters = (parameters: RtpParameters): types.RtpParameters =>
  parameters as types.RtpParameters;

export const asIceParameters = (parameters: TransportOffer['iceParameters']): types.IceParameters =>
  parameters as types.IceParameters;

export const asTransportOptions = (
  { sctpParameters, ...offer }: TransportOffer,
  iceServers: IceServer[],
): types.TransportOptions => ({
  ...(offer as types.TransportOptions),
  ...(sctpParameters && { sctpParameters }),
  iceServers: iceServers as RTCIceServer[],
});
