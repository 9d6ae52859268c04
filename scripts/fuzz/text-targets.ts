import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { Article, Guide } from '#protocol';
import { readArticleFolder } from '../../server/articles/index.ts';
import { HexkeyError } from '../../server/errors.ts';
import { parseGuide } from '../../server/guides/index.ts';
import type { createIdentity } from '../../server/identity/index.ts';
import { asSchema } from '../../server/testing/schema-values.ts';
import { valuesOf } from './arbitrary.ts';
import type { Target } from './run-targets.ts';

/** A text with a few of its characters changed, dropped or said twice. */
const damaged = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(text.length), fc.nat(3), fc.string({ unit: 'binary', maxLength: 4 })), {
      maxLength: 6,
    })
    .map((changes) =>
      changes.reduce((so, [at, drop, insert]) => so.slice(0, at) + insert + so.slice(at + drop), text),
    );

/** What stands in a guide's guide.json. */
export const guideTarget = (guide: string): Target<string> => ({
  name: 'guides',
  inputs: fc.oneof(
    damaged(guide),
    valuesOf(asSchema(Guide) ?? {}).map((value) => JSON.stringify(value) ?? ''),
  ),
  async run(text) {
    const parsed = parseGuide(text);
    if ('findings' in parsed && parsed.findings.some(({ where, problem, fix }) => !where || !problem || !fix))
      throw new Error('a finding says nothing');
  },
});

/** What stands in a Markdown file of the articles' folder, for which `folder` is used. */
export const articleTarget = (folder: string): Target<string> => ({
  name: 'articles',
  inputs: fc.oneof(
    damaged(
      '---\ntitle: Returns\nlanguage: en\nproducts: [tarn-wardrobe]\n---\n# Returns\n\nWithin **30** days.',
    ),
    valuesOf(asSchema(Article) ?? {}).map((value) => {
      const { body = '', ...fields } = Object(value);
      const head = Object.entries(fields).map(([key, one]) => `${key}: ${String(one)}`);
      return ['---', ...head, '---', String(body)].join('\n');
    }),
  ),
  async run(text) {
    await writeFile(join(folder, 'returns.en.md'), text);
    const { articles, problems } = await readArticleFolder(folder);
    if (articles.length + problems.length !== 1) throw new Error('a file was neither taken nor refused');
  },
});

/** Shoppers' tokens: none but a whole one of ours opens anything. */
export function tokenTarget(token: string, identity: ReturnType<typeof createIdentity>): Target<string> {
  const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
  const [head = '', body = '', signature = ''] = token.split('.');
  return {
    name: 'tokens',
    inputs: fc.oneof(
      damaged(token),
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom(
        `${unsigned}.${body}.`,
        `${head}.${body}.`,
        `${head}..${signature}`,
        '..',
        `${token}.${token}`,
      ),
      fc
        .jsonValue()
        .map(
          (value) => `${head}.${Buffer.from(JSON.stringify(value) ?? '').toString('base64url')}.${signature}`,
        ),
    ),
    async run(given) {
      const read = await identity.readShopperToken(given).catch((error: unknown) => {
        if (error instanceof HexkeyError && error.statusCode === 401) return undefined;
        throw error;
      });
      // The last sign of a signature has bits that count for nothing.
      if (read && given.slice(0, -1) !== token.slice(0, -1))
        throw new Error('a token that is none of ours was taken');
    },
  };
}
