export { keepAlive } from './heartbeat.ts';
export { messageReader, RefusedMessage } from './message-reader.ts';
export { TokenBucket } from './token-bucket.ts';
