import Fastify, { type InjectOptions } from 'fastify';
import { deskPaths } from '#protocol';
import { createBus } from '../../bus/index.ts';
import { errors } from '../../plugins/errors.ts';
import { freshStore } from '../../store/testing/fresh-store.ts';
import {
  createOidc,
  createStaff,
  type OidcSettings,
  oidcRoutes,
  ownCookie,
  ownPageRule,
  staffAdminRoutes,
  staffRoutes,
} from '../index.ts';

const host = 'desk.shop.example';
export const origin = `https://${host}`;
export const goodPassword = 'violet anchor 9 parsnip';

/** The staff routes over a store of their own, on a server that thinks it is `origin`; its clock is moved by hand. */
export async function openStaffApp(
  engine: 'pglite' | 'postgres' = 'pglite',
  { demo = false, oidc }: { demo?: boolean; oidc?: OidcSettings } = {},
) {
  const store = await freshStore(engine);
  let now = new Date('2031-03-03T09:00:00Z');
  const bus = createBus({
    onError: (error) => {
      throw error;
    },
  });
  const cookie = ownCookie('hexkey_staff', { secure: true, sameSite: 'strict' });
  const attemptCookie = ownCookie('hexkey_oidc', { secure: true, sameSite: 'lax' });
  const requireOwnPage = ownPageRule(origin);
  const staff = await createStaff({ store, bus, cookie, demo, now: () => now });
  const app = Fastify();
  await app.register(errors, {});
  const oidcName = oidc && 'Example';
  await app.register(staffRoutes, { staff, cookie, requireOwnPage, demo, oidcName });
  await app.register(staffAdminRoutes, { staff, requireOwnPage, baseOf: () => origin });
  if (oidc)
    await app.register(oidcRoutes, {
      staff,
      oidc: createOidc(oidc),
      cookie,
      attemptCookie,
      baseOf: () => origin,
    });

  /** A browser: it keeps cookies, and its pages are of `from`. */
  const browser = (from: string = origin, remoteAddress = '203.0.113.7') => {
    const jar = new Map<string, string>();
    const ask = async (
      method: InjectOptions['method'] & string,
      url: string,
      payload?: object,
      headers = {},
    ) => {
      const response = await app.inject({
        method,
        url,
        remoteAddress,
        headers: {
          host,
          ...(method !== 'GET' && { origin: from }),
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...headers,
        },
        ...(payload && { payload }),
      });
      for (const { name, value, maxAge } of response.cookies)
        if (maxAge === 0) jar.delete(name);
        else jar.set(name, value);
      return {
        status: response.statusCode,
        response,
        body: response.body === '' ? undefined : parse(response.body),
      };
    };
    return {
      jar,
      ask,
      signIn: (email: string, password = goodPassword) => ask('POST', deskPaths.session, { email, password }),
    };
  };
  return {
    store,
    staff,
    bus,
    app,
    browser,
    pass: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    /** The first admin, signed in. */
    async admin() {
      const token = await staff.setUpToken();
      const admin = browser();
      await admin.ask('POST', deskPaths.setUp, {
        token,
        name: 'Dana Admin',
        email: 'Dana@shop.example',
        password: goodPassword,
      });
      return admin;
    },
    async close() {
      await app.close();
      await store.close();
    },
  };
}
export type StaffApp = Awaited<ReturnType<typeof openStaffApp>>;

function parse(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The token of a link, which stands behind its `#`. */
export const tokenOf = (link: string): string => new URL(link).hash.slice(1);
