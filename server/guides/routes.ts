import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import {
  Guide,
  GuideBrief,
  GuideMove,
  GuideProgress,
  MissingParts,
  Moment,
  OrderBrief,
  OwnGuide,
  resumeCodePattern,
} from '#protocol';
import type { Identity } from '../identity/index.ts';
import { noSuchOrder, type Orders } from '../orders/index.ts';
import type { Store } from '../store/index.ts';
import type { Guides } from './contract.ts';

export interface GuidesRoutesOptions {
  guides: Guides;
  orders: Pick<Orders, 'get' | 'list'>;
  identity: Identity;
  store: Pick<Store, 'db'>;
  /** The customer has gone to another step. */
  onMoved: (customer: string) => void;
}

const Slug = Type.Object({ slug: Type.String({ pattern: '^[a-z0-9-]+$', maxLength: 60 }) });
const ProgressId = Type.Object({ id: Type.String({ maxLength: 64 }) });

/** Guides are public, as the paper in the box is; how far somebody is with one is theirs. */
export const guidesRoutes: FastifyPluginAsyncTypebox<GuidesRoutesOptions> = async (
  app,
  { guides, orders, identity, store, onMoved },
) => {
  const shown = { tags: ['guides'] };
  const own = { ...shown, security: [{ shopper: [] }] };

  app.get(
    '/v1/guides',
    { schema: { ...shown, summary: 'All build guides', response: { 200: Type.Array(GuideBrief) } } },
    async () => guides.list(),
  );

  app.get(
    '/v1/guides/:slug',
    { schema: { ...shown, summary: 'One build guide', params: Slug, response: { 200: Guide } } },
    async ({ params }) => guides.shown(params.slug),
  );

  app.get(
    '/v1/me/guides',
    {
      schema: {
        ...own,
        summary: 'The guides of what the shopper bought or began, the latest first',
        response: { 200: Type.Array(OwnGuide) },
      },
    },
    async (request) => ownGuides(await identity.shopperOf(request), { guides, orders }),
  );

  app.post(
    '/v1/guides/:slug/progress',
    {
      schema: {
        ...own,
        summary: 'Begin a guide, or go on where it was left',
        params: Slug,
        body: Type.Object({ order: Type.Optional(OrderBrief.properties.number) }),
        response: { 200: GuideProgress },
      },
    },
    async (request) => {
      const customer = await identity.shopperOf(request);
      const { order } = request.body;
      if (order !== undefined && !(await orders.get(customer, order))) throw noSuchOrder(order);
      return guides.open(customer, request.params.slug, order);
    },
  );

  app.get(
    '/v1/guide-progress/:code',
    {
      schema: {
        ...own,
        summary: 'Go on from another device',
        params: Type.Object({ code: Type.String({ pattern: resumeCodePattern }) }),
        response: { 200: GuideProgress },
      },
    },
    async (request) => guides.resume(await identity.shopperOf(request), request.params.code),
  );

  app.post(
    '/v1/guide-progress/:id/moves',
    {
      schema: {
        ...own,
        summary: 'Go to a step',
        params: ProgressId,
        body: GuideMove,
        response: { 200: GuideProgress },
      },
    },
    async (request) => {
      const customer = await identity.shopperOf(request);
      const progress = await guides.move(store.db, customer, request.params.id, request.body);
      onMoved(customer);
      return progress;
    },
  );

  app.post(
    '/v1/guide-progress/:id/missing-parts',
    {
      schema: {
        ...own,
        summary: 'Report parts that were not in the box',
        params: ProgressId,
        body: MissingParts,
        response: { 200: Type.Object({ number: Type.String(), dueAt: Moment }) },
      },
    },
    async (request) =>
      guides.reportMissing(await identity.shopperOf(request), request.params.id, request.body),
  );
};

/** Older orders than these are built by now; a guide that was begun is listed however old its order is. */
const ordersLookedAt = 20;

async function ownGuides(
  customer: string,
  { guides, orders }: Pick<GuidesRoutesOptions, 'guides' | 'orders'>,
): Promise<OwnGuide[]> {
  const begun = (await guides.begun(customer)).map(
    ({ guide, order, step, finishedAt }): OwnGuide => ({
      guide,
      ...(order && { order }),
      step,
      finished: finishedAt !== undefined,
    }),
  );
  const kept = (await orders.list(customer)).filter(
    ({ state }) => state !== 'cancelled' && state !== 'refunded',
  );
  const views = await Promise.all(
    kept.slice(0, ordersLookedAt).map(({ number }) => orders.get(customer, number)),
  );
  const bought = views.flatMap((order) =>
    (order?.lines ?? []).flatMap(({ product }): OwnGuide[] => {
      const guide = guides.forProduct(product.slug)?.slug;
      if (
        !order ||
        !guide ||
        begun.some((own) => own.guide === guide && (!own.order || own.order === order.number))
      )
        return [];
      return [{ guide, order: order.number, finished: false }];
    }),
  );
  return [...begun, ...bought];
}
