/** An article as its words: those of its title, and those of each sentence. */
export interface WordedArticle {
  titled: ReadonlySet<string>;
  sentences: readonly ReadonlySet<string>[];
}

export interface Likely {
  /** Its place in the list. */
  at: number;
  /** 0-1: the share of what the question says, by how telling each word is, that the article has. */
  share: number;
  /** The next best one's share. */
  next: number;
  /** Different words of the question that it has. */
  matched: number;
}

/**
 * A word that no article has counts this share of the most telling one: people say much that no article does. A word for
 * something that shops write about counts more: it is what is asked about, and nothing is written of it.
 */
const unknownShare = 0.4;
const unwrittenShare = 0.8;
const titledMore = 1.25;
/** Articles that share the most words are read sentence by sentence. */
const mostRead = 8;
/** A word that stands apart from the sentence with most of the words. */
const apart = 0.7;

/** Finds the article whose words are likest to a question's, by how few articles have each word. */
export function createWordIndex(articles: readonly WordedArticle[]) {
  const whole = articles.map(({ sentences }) => new Set(sentences.flatMap((keys) => [...keys])));
  const spread = new Map<string, number>();
  for (const [at, { titled }] of articles.entries())
    for (const key of new Set([...titled, ...(whole[at] ?? [])])) spread.set(key, (spread.get(key) ?? 0) + 1);
  const size = Math.max(articles.length, 4);
  const most = Math.log(1 + (size - 0.5) / 1.5);
  const weight = (key: string): number => {
    const count = spread.get(key) ?? 0;
    if (count === 0) return most * (key.startsWith('~') ? unwrittenShare : unknownShare);
    return Math.max(0.1, Math.log(1 + (size - count + 0.5) / (count + 0.5)));
  };

  return {
    likeliest(question: readonly string[], isOpen: (at: number) => boolean): Likely | undefined {
      const keys = [...new Set(question)];
      const asked = keys.reduce((sum, key) => sum + weight(key), 0);
      if (asked === 0) return undefined;
      const open = articles.flatMap((article, at) =>
        isOpen(at) ? [{ ...article, said: whole[at], at }] : [],
      );
      const roughly = open
        .map((article) => ({
          article,
          score: keys.reduce(
            (sum, key) =>
              sum + (article.titled.has(key) ? titledMore : article.said?.has(key) ? 1 : 0) * weight(key),
            0,
          ),
        }))
        .filter(({ score }) => score > 0)
        .sort((one, other) => other.score - one.score)
        .slice(0, mostRead);
      const scored = roughly
        .map(({ article: { at, titled, sentences, said } }) => {
          const inSentence = sentences.map((each) =>
            keys.reduce((sum, key) => sum + (each.has(key) ? weight(key) : 0), 0),
          );
          const best = sentences[inSentence.indexOf(Math.max(0, ...inSentence))];
          const there = keys.filter((key) => titled.has(key) || said?.has(key));
          const score = there.reduce(
            (sum, key) => sum + weight(key) * (titled.has(key) ? titledMore : best?.has(key) ? 1 : apart),
            0,
          );
          return { at, score, matched: there.length };
        })
        .sort((one, other) => other.score - one.score);
      const [first, second] = scored;
      if (!first || first.score === 0) return undefined;
      return {
        at: first.at,
        share: Math.min(1, first.score / asked),
        next: Math.min(1, (second?.score ?? 0) / asked),
        matched: first.matched,
      };
    },
  };
}
