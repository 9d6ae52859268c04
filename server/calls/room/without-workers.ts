import { HexkeyError } from '../../errors.ts';
import type { Routers } from './room-media.ts';

const off = () =>
  new HexkeyError(
    'calls_off',
    'Calls are off: there is no media worker here. The keeper of this server turns them on with "npm run media:build".',
  );

/** Where no media worker can run, everything but calls does. */
export const withoutWorkers: Routers = {
  on: false,
  requireOn() {
    throw off();
  },
  createRouter: async () => {
    throw off();
  },
  createTransport: async () => {
    throw off();
  },
  iceServers: () => [],
};
