import type { Guide } from '#protocol/guide';
import type { GuideBrief, GuideMove, GuideProgress, MissingParts, OwnGuide } from '#protocol/guide-progress';
import { type Check, RefusedError, type RequestParts, request } from '../../http.ts';
import { areGuideBriefs, areOwnGuides, isGuide, isGuideProgress } from '../checks.ts';

/** The number of a ticket and when it is answered at the latest. */
export interface MissingPartsTicket {
  number: string;
  dueAt: string;
}

/** The server's guides. All methods reject with `RefusedError`, or with a TypeError where it cannot be reached. */
export class GuideApi {
  readonly #signIn: () => Promise<string>;
  #token: Promise<string> | undefined;

  /** `signIn` answers a fresh token; it is kept until the server refuses it. */
  constructor(signIn: () => Promise<string>) {
    this.#signIn = signIn;
  }

  guide(slug: string): Promise<Guide> {
    return request(`/v1/guides/${encodeURIComponent(slug)}`, isGuide);
  }

  /** All of the shop's guides. */
  all(): Promise<GuideBrief[]> {
    return request('/v1/guides', areGuideBriefs);
  }

  /** The guides of what the shopper bought or began. */
  own(): Promise<OwnGuide[]> {
    return this.#own('/v1/me/guides', areOwnGuides);
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

  async #own<T>(path: string, check: Check<T>, body?: object): Promise<T> {
    const token = await this.#freshToken();
    const parts: RequestParts = body ? { method: 'POST', body } : {};
    try {
      return await request(path, check, { ...parts, token });
    } catch (error) {
      if (!(error instanceof RefusedError) || error.status !== 401) throw error;
      this.#token = undefined;
      return request(path, check, { ...parts, token: await this.#freshToken() });
    }
  }

  async #freshToken(): Promise<string> {
    this.#token ??= this.#signIn();
    return this.#token.catch((error: unknown) => {
      this.#token = undefined;
      throw error;
    });
  }
}

const isTicket = (value: unknown): value is MissingPartsTicket =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  typeof value.number === 'string' &&
  'dueAt' in value &&
  typeof value.dueAt === 'string';
