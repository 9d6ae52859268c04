import { fastifyCookie as cookies } from '@fastify/cookie';

/** A cookie that only this server's own pages send, and no script reads. */
export interface OwnCookie {
  read(header: string | undefined): string | undefined;
  /** The header `set-cookie` that keeps `value` for `seconds`; 0 takes it away. */
  write(value: string, seconds: number): string;
}

/** Over HTTPS the name begins with `__Host-`: browsers then refuse one that another host or plain HTTP has set. */
export function ownCookie(
  name: string,
  { secure, sameSite }: { secure: boolean; sameSite: 'strict' | 'lax' },
): OwnCookie {
  const full = secure ? `__Host-${name}` : name;
  return {
    read: (header) => (header === undefined ? undefined : cookies.parse(header)[full]),
    write: (value, maxAge) =>
      cookies.serialize(full, value, { path: '/', httpOnly: true, secure, sameSite, maxAge }),
  };
}
