import { randomBytes } from 'node:crypto';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { types } from 'mediasoup';
import { packetsOf, type StreamPattern } from './synthetic-stream.ts';

const address = '127.0.0.1';
const listenInfo = { protocol: 'udp', ip: address } as const;
/** The suite that Chromium prefers: 32 bytes of key and 12 of salt. */
const suite = 'AEAD_AES_256_GCM';
const masterBytes = 44;
const buffer = { recvBufferSize: 4_000_000, sendBufferSize: 4_000_000 };

/** A stream that somebody outside sends into a router, unencrypted. */
export interface SyntheticSender {
  producer: types.Producer;
  sent: number;
  /** Sends the frames whose time has come, counted from the start of all. */
  sendUntil(ms: number): void;
  close(): void;
}

/** One who receives a stream outside of a router, encrypted as in a browser, and counts its packets. */
export interface SyntheticReceiver {
  readonly received: number;
  close(): void;
}

let nextSsrc = 1_000;

export async function sendPatternInto(
  router: types.Router,
  pattern: StreamPattern,
): Promise<SyntheticSender> {
  const transport = await router.createPlainTransport({ listenInfo, comedia: true, rtcpMux: true });
  const ssrc = nextSsrc++;
  const producer = await transport.produce({
    kind: pattern.kind,
    rtpParameters: { codecs: [pattern.codec], encodings: [{ ssrc }], rtcp: { cname: `sender-${ssrc}` } },
  });
  const socket = await openSocket();
  let frame = 0;
  const sender: SyntheticSender = {
    producer,
    sent: 0,
    sendUntil(ms) {
      for (; frame * pattern.frameMs <= ms; frame += 1)
        for (const packet of packetsOf(pattern, ssrc, frame, sender.sent)) {
          socket.send(packet, transport.tuple.localPort, address);
          sender.sent += 1;
        }
    },
    close() {
      socket.close();
      transport.close();
    },
  };
  return sender;
}

export async function receiveFrom(
  router: types.Router,
  producer: types.Producer,
): Promise<SyntheticReceiver> {
  const socket = await openSocket();
  const transport = await router.createPlainTransport({
    listenInfo,
    rtcpMux: true,
    enableSrtp: true,
    srtpCryptoSuite: suite,
  });
  await transport.connect({
    ip: address,
    port: socket.address().port,
    srtpParameters: { cryptoSuite: suite, keyBase64: randomBytes(masterBytes).toString('base64') },
  });
  const consumer = await transport.consume({
    producerId: producer.id,
    rtpCapabilities: router.rtpCapabilities,
  });
  const ssrc = consumer.rtpParameters.encodings?.[0]?.ssrc;
  const numbers = new Set<number>();
  socket.on('message', (bytes) => {
    // RTCP names its sender elsewhere and is told by its packet type (RFC 5761, 4).
    const type = bytes.readUInt8(1);
    if ((type < 192 || type > 223) && bytes.readUInt32BE(8) === ssrc) numbers.add(bytes.readUInt16BE(2));
  });
  return {
    get received() {
      return numbers.size;
    },
    close() {
      socket.close();
      transport.close();
    },
  };
}

async function openSocket(): Promise<Socket> {
  const socket = createSocket({ type: 'udp4', ...buffer });
  socket.bind(0, address);
  await once(socket, 'listening');
  return socket;
}

const paceMs = 5;
/** What is under way when the last packet is sent has arrived by then. */
const settleMs = 500;

/** All of them send for so long, in real time, each beginning a little after the one before. */
export async function sendFor(senders: readonly SyntheticSender[], ms: number): Promise<void> {
  const begun = performance.now();
  for (let now = 0; now < ms; now = performance.now() - begun) {
    for (const [index, sender] of senders.entries()) sender.sendUntil(now - ((index * 7) % 33));
    await wait(paceMs);
  }
  await wait(settleMs);
}

/** Processor time of workers so far, milliseconds. */
export async function workTime(workers: readonly types.Worker[]): Promise<number> {
  const usages = await Promise.all(workers.map((worker) => worker.getResourceUsage()));
  return usages.reduce((sum, { ru_utime, ru_stime }) => sum + ru_utime + ru_stime, 0);
}
