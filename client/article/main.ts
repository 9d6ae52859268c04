import './article.css';
import './article-page.css';
import { preferredLanguage } from '../i18n/index.ts';
import { followColorScheme } from '../ui/index.ts';
import { showArticle, showNowhere } from './show-article.ts';

const page = document.getElementById('page');
if (!page) throw new Error('article/index.html has no element with the id "page"');
followColorScheme();
const wanted = new URLSearchParams(location.search).get('language');
const language = wanted === 'en' || wanted === 'zh' ? wanted : preferredLanguage(navigator.languages);
const id = location.pathname.match(/^\/article\/([a-z0-9-]+)\/?$/)?.[1];
// The server answers every wrong address with this page, too.
if (id) await showArticle(page, { id, language });
else showNowhere(page, language);
