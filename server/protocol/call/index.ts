export * from './drawing.ts';
export * from './event.ts';
export * from './request.ts';
export * from './room.ts';
export * from './rtp.ts';
