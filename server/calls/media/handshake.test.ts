import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { env } from 'node:process';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readSettings } from '../../config.ts';
import { createRouters } from './index.ts';
import { bindingSuccess, clientHello, connectivityCheck, isDtls } from './testing/handshake.ts';

const settings = readSettings({ ...env, HEXKEY_MEDIA_PORT: '0', HEXKEY_MEDIA_WORKERS: '1' });
const routers = createRouters(settings, pino({ level: 'silent' }));
beforeAll(() => routers.requireOn());
afterAll(() => routers.close());

const anyFingerprint = { algorithm: 'sha-256', value: Array(32).fill('AB').join(':') } as const;

/** A transport that waits for a browser, which would begin the handshake. */
async function waitingTransport() {
  const transport = await routers.createTransport(await routers.createRouter());
  await transport.connect({ dtlsParameters: { role: 'client', fingerprints: [anyFingerprint] } });
  return transport;
}

/** Somebody on the network, at an address of their own. */
async function somebody() {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const heard: Buffer[] = [];
  socket.on('message', (bytes) => heard.push(bytes));
  return {
    heard,
    send: (bytes: Buffer, port: number) => socket.send(bytes, port, '127.0.0.1'),
    close: () => socket.close(),
  };
}

const isBindingSuccess = (bytes: Buffer) => bytes.readUInt16BE(0) === bindingSuccess;
const arrival = { timeout: 10_000, interval: 5 };

describe('a handshake', () => {
  it('is begun by nobody but the one whose path ICE has checked, however soon they say hello', async () => {
    const transport = await waitingTransport();
    const port = transport.iceCandidates.find(({ protocol }) => protocol === 'udp')?.port ?? 0;
    const [browser, racer] = [await somebody(), await somebody()];

    racer.send(clientHello(), port);
    browser.send(connectivityCheck(transport.iceParameters), port);
    await vi.waitFor(() => expect(browser.heard.some(isBindingSuccess)).toBe(true), arrival);
    // The worker takes what comes in order: it has seen the racer's hello before it answered the browser's check.
    expect(racer.heard).toEqual([]);

    racer.send(clientHello(), port);
    browser.send(clientHello(), port);
    await vi.waitFor(() => expect(browser.heard.some(isDtls)).toBe(true), arrival);
    expect(racer.heard).toEqual([]);
    expect(transport.dtlsState).toBe('connecting');
    for (const one of [browser, racer]) one.close();
    transport.close();
  });

  it('is not come by with a guessed password of the path', async () => {
    const transport = await waitingTransport();
    const port = transport.iceCandidates.find(({ protocol }) => protocol === 'udp')?.port ?? 0;
    const guesser = await somebody();
    guesser.send(connectivityCheck({ ...transport.iceParameters, password: 'guessed' }), port);
    await vi.waitFor(() => expect(guesser.heard).toHaveLength(1), arrival);
    expect(guesser.heard.some(isBindingSuccess)).toBe(false);
    guesser.send(clientHello(), port);
    guesser.send(connectivityCheck(transport.iceParameters), port);
    await vi.waitFor(() => expect(guesser.heard.some(isBindingSuccess)).toBe(true), arrival);
    expect(guesser.heard.some(isDtls)).toBe(false);
    guesser.close();
    transport.close();
  });

  it('has a certificate that the worker made for itself when it began, and another for the next worker', async () => {
    const other = createRouters(settings, pino({ level: 'silent' }));
    const [one, same] = [await waitingTransport(), await waitingTransport()];
    const next = await other.createTransport(await other.createRouter());
    const printOf = ({ dtlsParameters }: typeof one) =>
      dtlsParameters.fingerprints.find(({ algorithm }) => algorithm === 'sha-256')?.value;
    expect(printOf(one)).toBe(printOf(same));
    expect(printOf(next)).not.toBe(printOf(one));
    for (const transport of [one, same]) transport.close();
    await other.close();
  });
});
