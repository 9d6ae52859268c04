/**
 * Binary frames of the voice socket, big-endian.
 *
 * Client to server (microphone): `u8 kind = 1, u32 sequence, payload`. The payload is little-endian 16-bit mono PCM or one
 * Opus packet, as `hello.audio` said. Sequence numbers count from 0 in a session and go up by one a frame.
 *
 * Server to client (reply voice): `u8 kind = 2, u16 reply, u16 sentence, payload`. The payload is little-endian 16-bit
 * mono PCM at `replySampleRate`; `reply` is the low 16 bits of the `n` of the `reply` message that it speaks.
 */
export const microphoneKind = 1;
export const replyKind = 2;
export const microphoneHeaderBytes = 5;
export const replyHeaderBytes = 5;
export const replySampleRate = 16_000;
/** Larger microphone frames are refused: 1 s of 48 kHz PCM and its header. */
export const maxMicrophoneFrameBytes = 96_000 + microphoneHeaderBytes;

export function packMicrophoneFrame(sequence: number, payload: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(microphoneHeaderBytes + payload.byteLength);
  const view = new DataView(frame.buffer);
  view.setUint8(0, microphoneKind);
  view.setUint32(1, sequence);
  frame.set(payload, microphoneHeaderBytes);
  return frame;
}

/** `undefined` when the bytes are no microphone frame. */
export function readMicrophoneFrame(
  frame: Uint8Array,
): { sequence: number; payload: Uint8Array } | undefined {
  if (frame.byteLength <= microphoneHeaderBytes || frame[0] !== microphoneKind) return undefined;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  return { sequence: view.getUint32(1), payload: frame.subarray(microphoneHeaderBytes) };
}

export function packReplyFrame(reply: number, sentence: number, pcm: Int16Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(replyHeaderBytes + pcm.byteLength);
  const view = new DataView(frame.buffer);
  view.setUint8(0, replyKind);
  view.setUint16(1, reply & 0xffff);
  view.setUint16(3, sentence);
  for (let i = 0; i < pcm.length; i++) view.setInt16(replyHeaderBytes + i * 2, pcm[i] as number, true);
  return frame;
}

/** `undefined` when the bytes are no reply frame. */
export function readReplyFrame(
  frame: Uint8Array,
): { reply: number; sentence: number; pcm: Int16Array } | undefined {
  if (frame.byteLength < replyHeaderBytes || frame[0] !== replyKind) return undefined;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  const pcm = new Int16Array((frame.byteLength - replyHeaderBytes) >> 1);
  for (let i = 0; i < pcm.length; i++) pcm[i] = view.getInt16(replyHeaderBytes + i * 2, true);
  return { reply: view.getUint16(1), sentence: view.getUint16(3), pcm };
}
