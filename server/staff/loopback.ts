interface Asked {
  ip: string;
  hostname: string;
  headers: Record<string, unknown>;
}

const loopbackAddress = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
const loopbackName = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether somebody at this very machine asks. The name they addressed counts beside where they come from: a page of
 * another name that resolves to this machine (DNS rebinding) is not at it, and neither is who comes through a proxy.
 */
export const isLoopback = ({ ip, hostname, headers }: Asked): boolean =>
  loopbackAddress.test(ip) &&
  loopbackName.test(hostname) &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;
