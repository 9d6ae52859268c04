export { GuardedSocket, type SocketHandlers, type SocketLimits } from './guarded-socket.ts';
export { messageReader, RefusedMessage } from './message-reader.ts';
export { requireUpgrade } from './require-upgrade.ts';
export { TokenBucket } from './token-bucket.ts';
