import type { Language } from '#protocol';

interface ArticlePageWords {
  ask: string;
  gone: string;
  failed: string;
  older: string;
  nowhere: { title: string; say: string; guides: string };
  changed: (day: string) => string;
}

/** What an article's own page says around it, and the page at an address where nothing is. */
export const articlePageWords: Record<Language, ArticlePageWords> = {
  en: {
    ask: '← Ask a question',
    gone: 'The shop does not have this article any more.',
    failed: 'The article cannot be reached just now. Reload the page in a moment.',
    older: 'This page is older than the server. Reload it.',
    nowhere: {
      title: 'There is no page here',
      say: 'Check the address, ask your question, or look for your build guide.',
      guides: 'All build guides',
    },
    changed: (day) => `Last changed on ${day}`,
  },
  zh: {
    ask: '← 去提问',
    gone: '商店已经没有这篇文章了。',
    failed: '暂时打不开这篇文章，请稍后刷新。',
    older: '页面版本比服务器旧，请刷新。',
    nowhere: {
      title: '这里没有页面',
      say: '请检查网址，或者直接提问、查找组装指南。',
      guides: '全部组装指南',
    },
    changed: (day) => `最后修改于${day}`,
  },
};
