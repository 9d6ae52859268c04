import { openStore } from '../index.ts';

/** A process that opens the store it is told of, says so, and holds it until it is killed. */
const [data] = process.argv.slice(2);
await openStore({ HEXKEY_DATA: data ?? '' });
process.send?.('open');
process.on('message', () => undefined);
