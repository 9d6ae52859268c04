import { lexer, type Token, type Tokens } from 'marked';

/** Where links may lead; anything else stays text. */
const harmless = /^(?:https?:\/\/|mailto:|#|\/(?!\/))/i;

/**
 * Markdown as elements of the page, made one by one: no HTML of the text is ever parsed, so there is nothing in it that
 * could run. HTML tags are shown as what they are, pictures by their description.
 */
export function renderMarkdown(text: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...blocks(lexer(text)));
  return fragment;
}

const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: readonly (Node | string)[] = [],
) => {
  const made = document.createElement(name);
  made.append(...children);
  return made;
};

const blocks = (tokens: readonly Token[]): Node[] => tokens.flatMap(block);

/** The page has a heading of its own: those of the text begin one below it. */
const headings = ['h2', 'h3', 'h4', 'h5', 'h6', 'h6'] as const;

function block(token: Token): Node[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading;
      return [element(headings[depth - 1] ?? 'h6', inline(tokens))];
    }
    case 'paragraph':
      return [element('p', inline((token as Tokens.Paragraph).tokens))];
    case 'list':
      return [list(token as Tokens.List)];
    case 'blockquote':
      return [element('blockquote', blocks((token as Tokens.Blockquote).tokens))];
    case 'code':
      return [element('pre', [element('code', [(token as Tokens.Code).text])])];
    case 'hr':
      return [element('hr')];
    case 'table':
      return [table(token as Tokens.Table)];
    default:
      return 'tokens' in token && token.tokens ? inline(token.tokens) : [document.createTextNode(token.raw)];
  }
}

function list({ ordered, start, items }: Tokens.List): HTMLElement {
  const made = element(
    ordered ? 'ol' : 'ul',
    items.map((item) => element('li', blocks(item.tokens))),
  );
  if (made instanceof HTMLOListElement && typeof start === 'number') made.start = start;
  return made;
}

function table({ header, rows }: Tokens.Table): HTMLElement {
  const row = (name: 'th' | 'td', cells: readonly Tokens.TableCell[]) =>
    element(
      'tr',
      cells.map((cell) => element(name, inline(cell.tokens))),
    );
  const made = element('table', [
    element('thead', [row('th', header)]),
    element(
      'tbody',
      rows.map((cells) => row('td', cells)),
    ),
  ]);
  const scrolling = element('div', [made]);
  scrolling.className = 'table';
  return scrolling;
}

const inline = (tokens: readonly Token[]): Node[] => tokens.map(inlineOne);

function inlineOne(token: Token): Node {
  switch (token.type) {
    case 'strong':
      return element('strong', inline((token as Tokens.Strong).tokens));
    case 'em':
      return element('em', inline((token as Tokens.Em).tokens));
    case 'del':
      return element('s', inline((token as Tokens.Del).tokens));
    case 'codespan':
      return element('code', [(token as Tokens.Codespan).text]);
    case 'br':
      return element('br');
    case 'image':
      return document.createTextNode((token as Tokens.Image).text);
    case 'link': {
      const { href, tokens } = token as Tokens.Link;
      if (!harmless.test(href)) return element('span', inline(tokens));
      const made = element('a', inline(tokens));
      made.href = href;
      made.rel = 'noopener noreferrer';
      if (/^https?:/i.test(href)) made.target = '_blank';
      return made;
    }
    default:
      if ('tokens' in token && token.tokens) return element('span', inline(token.tokens));
      return document.createTextNode('text' in token ? unescaped(String(token.text)) : token.raw);
  }
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const unescaped = (text: string) =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
