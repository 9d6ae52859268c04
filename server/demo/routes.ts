import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import Type from 'typebox';
import { Moment } from '#protocol';
import type { Identity } from '../identity/index.ts';
import { demoShopper } from './people.ts';

export interface DemoRoutesOptions {
  identity: Identity;
}

/** Signs a visitor of the demo shop in as its demo shopper. Register it with HEXKEY_DEMO alone. */
export const demoRoutes: FastifyPluginAsyncTypebox<DemoRoutesOptions> = async (app, { identity }) => {
  const schema = {
    tags: ['demo'],
    summary: "Sign in as the demo shop's shopper",
    response: { 200: Type.Object({ token: Type.String(), expiresAt: Moment }) },
  };
  app.post('/v1/demo/session', { schema }, async () => {
    const { token, expiresAt } = await identity.issueDemoToken(demoShopper);
    return { token, expiresAt: expiresAt.toISOString() };
  });
};
