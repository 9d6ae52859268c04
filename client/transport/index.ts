export { type Afterwards, Line, type LineOptions, type LineState, reactionTo } from './line.ts';
export { type SocketState, VoiceSocket, type VoiceSocketOptions } from './voice-socket.ts';
