import './article.css';
import { useEffect, useRef } from 'react';
import type { Language } from '#protocol';
import { renderMarkdown } from './render-markdown.ts';

/** Markdown as it reads on the article's own page. */
export function MarkdownView({ text, language }: { text: string; language: Language }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.replaceChildren(renderMarkdown(text)), [text]);
  return <div ref={place} className="hx-article" lang={language === 'zh' ? 'zh-Hans' : 'en'} />;
}
