export * from './queue.ts';
export * from './recording.ts';
export * from './rest.ts';
export * from './socket.ts';
export * from './staff.ts';
export * from './ticket.ts';
