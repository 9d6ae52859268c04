export {
  type Afterwards,
  ReconnectingSocket,
  type ReconnectingSocketOptions,
  type ReconnectingState,
  reactionTo,
} from './reconnecting-socket.ts';
export { type SocketState, VoiceSocket, type VoiceSocketOptions } from './voice-socket.ts';
