import { readFileSync } from 'node:fs';
import { indexArticles } from '../server/articles/article-index.ts';
for (const file of process.argv.slice(2).filter((a) => !a.startsWith('-'))) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((l) => l && !l.startsWith('#'));
  const stored = lines.filter((l) => !l.startsWith('?')).map((l) => {
    const [id = '', title = '', body = ''] = l.split(' | ');
    return { id, title, body, language: /\p{Script=Han}/u.test(body) ? ('zh' as const) : ('en' as const), origin: 'written' as const, outdated: false, updatedAt: '2031-03-01T09:00:00.000Z' };
  });
  const index = indexArticles(stored);
  let right = 0, all = 0, falsely = 0, none = 0, art = 0;
  for (const l of lines.filter((l) => l.startsWith('?'))) {
    const [article = '-', has = '', question = ''] = l.slice(2).split(' | ');
    const a = index.answer({ question, language: /\p{Script=Han}/u.test(question) ? 'zh' : 'en' });
    if (article === '-') { none++; if (a) { falsely++; console.log('FALSE', question, '->', a.article.id, a.passage.join(' '), a.confidence.toFixed(2)); } continue; }
    all++;
    const ok = a?.article.id === article;
    const full = ok && (a?.passage.join(' ') ?? '').includes(has);
    if (ok) art++;
    if (full) right++;
    else if (!process.argv.includes('-q')) console.log(ok ? 'passage' : a ? 'WRONG' : 'none', '|', question, '->', article, '|', a?.article.id, a?.passage.join(' '), a?.confidence.toFixed(2));
  }
  console.log(file, `right ${right}/${all} article ${art}/${all} false ${falsely}/${none}`);
}
