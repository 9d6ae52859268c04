export { isStoredArticle } from './checks.ts';
export { MarkdownView } from './MarkdownView.tsx';
