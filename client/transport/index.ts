export { reactionTo } from './close-reason.ts';
export { type Afterwards, Line, type LineOptions, type LineState } from './line.ts';
export { type SocketState, VoiceSocket, type VoiceSocketOptions } from './voice-socket.ts';
