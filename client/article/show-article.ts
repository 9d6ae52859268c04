import type { Language } from '#protocol';
import { RefusedError, request } from '../http.ts';
import { articlePageWords } from '../i18n/index.ts';
import { isStoredArticle } from './checks.ts';
import { renderMarkdown } from './render-markdown.ts';

/** Puts one of the shop's articles into `page`, or why it cannot. */
export async function showArticle(
  page: HTMLElement,
  { id, language }: { id: string; language: Language },
): Promise<void> {
  const words = articlePageWords[language];
  const frame = document.createElement('div');
  frame.className = 'article-page';
  const article = document.createElement('article');
  frame.append(head(words.ask), article);
  try {
    const found = await request(`/v1/articles/${id}?language=${language}`, isStoredArticle);
    document.title = found.title;
    document.documentElement.lang = found.language === 'zh' ? 'zh-Hans' : 'en';
    const title = document.createElement('h1');
    title.textContent = found.title;
    const changed = document.createElement('p');
    changed.className = 'changed';
    const day = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(found.updatedAt));
    changed.textContent = words.changed(day);
    changed.lang = language === 'zh' ? 'zh-Hans' : 'en';
    const body = document.createElement('div');
    body.className = 'hx-article';
    body.append(renderMarkdown(found.body));
    article.append(title, changed, body);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RefusedError)) throw error;
    const { code, status } = error instanceof RefusedError ? error : { code: undefined, status: undefined };
    article.append(
      sorry(code === 'unsupported_protocol' ? words.older : status === 404 ? words.gone : words.failed),
    );
  }
  page.replaceChildren(frame);
}

/** Puts into `page` that nothing is at this address, and the ways on from there. */
export function showNowhere(page: HTMLElement, language: Language): void {
  const { ask, nowhere } = articlePageWords[language];
  document.title = nowhere.title;
  document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
  const frame = document.createElement('div');
  frame.className = 'article-page';
  const article = document.createElement('article');
  const title = document.createElement('h1');
  title.textContent = nowhere.title;
  const say = document.createElement('p');
  say.textContent = nowhere.say;
  const guides = document.createElement('a');
  guides.href = '/guide';
  guides.textContent = nowhere.guides;
  article.append(title, say, guides);
  frame.append(head(ask), article);
  page.replaceChildren(frame);
}

function head(ask: string): HTMLElement {
  const header = document.createElement('header');
  const link = document.createElement('a');
  link.href = '/';
  link.textContent = ask;
  header.append(link);
  return header;
}

function sorry(text: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.setAttribute('role', 'alert');
  paragraph.textContent = text;
  return paragraph;
}
