import Value from 'typebox/value';
import { Article } from '#protocol';

export type ReadFile = { article: Article } | { problem: string };

const listed = (text: string) =>
  text
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((item) => unquoted(item.trim()))
    .filter(Boolean);
const unquoted = (text: string) => /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;

/**
 * An article from a Markdown file: `returns.en.md` is the article "returns". Above its text stand, between two lines of
 * `---`, `title:` and `language:`, and `url:` and `products: slug, slug` where there are such.
 */
export function readMarkdownFile(name: string, text: string): ReadFile {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0)
    return { problem: 'it does not begin with its title and language between two lines of ---' };
  const given: Record<string, unknown> = {
    id: name.split('.')[0],
    body: lines
      .slice(end + 1)
      .join('\n')
      .trim(),
  };
  for (const [at, line] of lines.slice(1, end).entries()) {
    if (line.trim() === '') continue;
    const colon = line.indexOf(':');
    const field = line.slice(0, Math.max(0, colon)).trim();
    if (!fields.has(field))
      return { problem: `line ${at + 2} is none of ${[...fields].map((known) => `${known}: …`).join(', ')}` };
    const value = line.slice(colon + 1).trim();
    given[field] = field === 'products' ? listed(value) : unquoted(value);
  }
  if (Value.Check(Article, given)) return { article: given };
  const [wrong] = Value.Errors(Article, given);
  return { problem: wrong ? `${wrong.instancePath.slice(1) || 'it'} ${wrong.message}` : 'it is no article' };
}

const fields: ReadonlySet<string> = new Set(['title', 'language', 'url', 'products']);
