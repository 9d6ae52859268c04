import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import fp from 'fastify-plugin';

/** OpenAPI at `/docs` (page) and `/docs/json`, from the routes' own schemas. Register before the routes. */
export const apiDocs = fp(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Hexkey',
        version: '1',
        description:
          "A shop's orders as a shopper may see and change them, and the carriers' webhooks. The voice socket is " +
          '/v1/voice; its messages are described in server/protocol/voice.ts.',
      },
      components: {
        securitySchemes: {
          shopper: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: "The shopper's token, which the shop's site signs.",
          },
          staff: {
            type: 'apiKey',
            in: 'cookie',
            name: 'hexkey_staff',
            description: 'The session of a member of staff; over HTTPS the name is __Host-hexkey_staff.',
          },
          shop: { type: 'http', scheme: 'bearer', description: "The shop's back end: HEXKEY_SHOP_KEY." },
        },
      },
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true });
});
