import type { Guide } from '#protocol/guide';
import type { GuideMove, GuideProgress, MissingParts } from '#protocol/guide-progress';
import { isGuide, isGuideProgress } from '../checks.ts';

/** The number of a ticket and when it is answered at the latest. */
export interface MissingPartsTicket {
  number: string;
  dueAt: string;
}

/** An answer that says no. Without a network `fetch` itself rejects with a TypeError instead. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The server's guides. All methods reject with `RefusedError`, or with a TypeError where it cannot be reached. */
export class GuideApi {
  readonly #signIn: () => Promise<string>;
  #token: Promise<string> | undefined;

  /** `signIn` answers a fresh token; it is kept until the server refuses it. */
  constructor(signIn: () => Promise<string>) {
    this.#signIn = signIn;
  }

  async guide(slug: string): Promise<Guide> {
    const response = await fetch(`/v1/guides/${encodeURIComponent(slug)}`);
    return read(response, isGuide);
  }

  open(slug: string, order: string | undefined): Promise<GuideProgress> {
    return this.#own(
      `/v1/guides/${encodeURIComponent(slug)}/progress`,
      isGuideProgress,
      order ? { order } : {},
    );
  }

  resume(code: string): Promise<GuideProgress> {
    return this.#own(`/v1/guide-progress/${encodeURIComponent(code)}`, isGuideProgress);
  }

  move(id: string, move: GuideMove): Promise<GuideProgress> {
    return this.#own(`/v1/guide-progress/${id}/moves`, isGuideProgress, move);
  }

  reportMissing(id: string, report: MissingParts): Promise<MissingPartsTicket> {
    return this.#own(`/v1/guide-progress/${id}/missing-parts`, isTicket, report);
  }

  async #own<T>(path: string, check: (value: unknown) => value is T, body?: object): Promise<T> {
    const response = await this.#request(path, body);
    if (response.status !== 401) return read(response, check);
    this.#token = undefined;
    return read(await this.#request(path, body), check);
  }

  async #request(path: string, body: object | undefined): Promise<Response> {
    this.#token ??= this.#signIn();
    const token = await this.#token.catch((error: unknown) => {
      this.#token = undefined;
      throw error;
    });
    const headers = { authorization: `Bearer ${token}` };
    if (!body) return fetch(path, { headers });
    return fetch(path, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
}

async function read<T>(response: Response, check: (value: unknown) => value is T): Promise<T> {
  const value: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw new RefusedError(response.status, messageOf(value) ?? `HTTP ${response.status}`);
  if (!check(value))
    throw new RefusedError(response.status, 'This page is older than the server. Reload it.');
  return value;
}

function messageOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('message' in value && typeof value.message === 'string') return value.message;
  return 'error' in value ? messageOf(value.error) : undefined;
}

const isTicket = (value: unknown): value is MissingPartsTicket =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  typeof value.number === 'string' &&
  'dueAt' in value &&
  typeof value.dueAt === 'string';
