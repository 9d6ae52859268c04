import { Device, FakeHandler, testFakeParameters as fake, type types } from 'mediasoup-client';
import type { CallAnswer, CallEvent, CallRequest, CallRoom } from '#protocol';
import type { CallEngineOptions } from '../contract.ts';
import { assembleCallEngine } from '../engine/create-call-engine.ts';
import { createCallLink } from '../link/call-link.ts';

type Ask = CallRequest['ask'];

export const scriptedRoom: CallRoom = {
  id: 'call-1',
  conversation: 'conversation-1',
  openedAt: '2026-01-01T10:00:00Z',
  peers: [
    {
      id: 'me',
      role: 'customer',
      name: 'Maya',
      away: false,
      held: false,
      producers: [],
    },
  ],
  marks: [],
  drawn: 0,
  stills: [],
  captions: [],
};

/**
 * The other end of a call's line, played by a test, and mediasoup's own fake of a browser's WebRTC. `asked` is everything
 * the engine sent, in order.
 */
export function openScriptedRoom(options: Partial<CallEngineOptions> = {}) {
  const asked: CallRequest[] = [];
  const handlers: FakeHandler[] = [];
  const refusals = new Map<Ask, Extract<CallEvent, { type: 'refused' }>>();
  let made = 0;
  let networkChanged = () => {};
  const answers = (request: CallRequest): CallAnswer => {
    made += 1;
    switch (request.ask) {
      case 'join':
        return {
          to: 'join',
          peer: 'me',
          room: scriptedRoom,
          rtpCapabilities: fake.generateRouterRtpCapabilities() as never,
          iceServers: [],
        };
      case 'open_transport':
        return {
          to: 'open_transport',
          transport: {
            ...fake.generateTransportRemoteParameters(),
            id: `${request.direction}-${made}`,
          } as never,
        };
      case 'restart_ice':
        return { to: 'restart_ice', iceParameters: { usernameFragment: 'u', password: 'p' } };
      case 'produce':
        return { to: 'produce', producer: `${request.source}-${made}` };
      case 'produce_data':
        return { to: 'produce_data', dataProducer: `${request.label}-${made}` };
      case 'room':
        return { to: 'room', room: { ...scriptedRoom, drawn: 9 } };
      default:
        return { to: 'done' };
    }
  };
  const link = createCallLink({
    call: 'call-1',
    post: ({ id, request }) => {
      asked.push(request);
      const refusal = refusals.get(request.ask);
      queueMicrotask(() =>
        link.receive(refusal ? { ...refusal, id } : { type: 'answer', id, answer: answers(request) }),
      );
    },
  });
  const factory = FakeHandler.createFactory({
    generateNativeRtpCapabilities: fake.generateNativeRtpCapabilities,
    generateNativeSctpCapabilities: fake.generateNativeSctpCapabilities,
    generateLocalDtlsParameters: fake.generateLocalDtlsParameters,
  });
  const engine = assembleCallEngine(
    { link, role: 'customer', ...options },
    {
      loadDevice: async () =>
        new Device({
          handlerFactory: {
            ...factory,
            factory: (given: Parameters<types.HandlerFactory['factory']>[0]) => {
              const handler = factory.factory(given) as FakeHandler;
              handlers.push(handler);
              return handler;
            },
          },
        }),
      onNetworkChange: (listener) => {
        networkChanged = listener;
        return () => {};
      },
    },
  );
  return {
    engine,
    link,
    asked,
    /** Of what kind each was, in order. */
    get asks(): Ask[] {
      return asked.map(({ ask }) => ask);
    },
    /** The sending transport first. */
    handlers,
    refuse: (ask: Ask, code: 'too_late' | 'overloaded') =>
      refusals.set(ask, { type: 'refused', id: '', code, message: code, retryable: code === 'overloaded' }),
    accept: (ask: Ask) => refusals.delete(ask),
    changeNetwork: () => networkChanged(),
    tell: (event: CallEvent) => link.receive(event),
  };
}

export const consumerOffer = (id: string, peer = 'ana'): CallEvent => ({
  type: 'consumer',
  id,
  producer: `producer-of-${id}`,
  peer,
  source: 'camera',
  kind: 'video',
  rtpParameters: fake.generateConsumerRemoteParameters({ codecMimeType: 'video/VP8' }).rtpParameters as never,
  producerPaused: false,
});
