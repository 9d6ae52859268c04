export { type SocketState, VoiceSocket, type VoiceSocketOptions } from './voice-socket.ts';
