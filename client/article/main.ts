import './article.css';
import './article-page.css';
import { preferredLanguage } from '../i18n/index.ts';
import { followColorScheme } from '../ui/index.ts';
import { showArticle } from './show-article.ts';

const page = document.getElementById('page');
if (!page) throw new Error('article/index.html has no element with the id "page"');
followColorScheme();
const wanted = new URLSearchParams(location.search).get('language');
await showArticle(page, {
  id: location.pathname.match(/^\/article\/([a-z0-9-]+)\/?$/)?.[1] ?? '',
  language: wanted === 'en' || wanted === 'zh' ? wanted : preferredLanguage(navigator.languages),
});
