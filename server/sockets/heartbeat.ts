import type { WebSocket } from 'ws';

/** Pings a socket and ends it when it has answered nothing from one ping to the next. Answers how to stop. */
export function keepAlive(socket: WebSocket, everyMs: number): () => void {
  let heard = true;
  const hear = () => {
    heard = true;
  };
  socket.on('pong', hear);
  socket.on('message', hear);
  const timer = setInterval(() => {
    if (heard) socket.ping();
    else socket.terminate();
    heard = false;
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
