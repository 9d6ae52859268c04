import llama from 'llama-tokenizer-js';

export const endToken = 2;

/** A token some phrases share, with all before it. */
export interface TrieNode {
  token: number;
  /** Its place in arrays of one number a node; the root's is 0. */
  id: number;
  children: TrieNode[];
  /** Phrases, by index, that are whole here. Only end tokens have any. */
  phrases: number[];
}

export interface PhraseTrie {
  root: TrieNode;
  nodes: number;
}

const question = /^(?:how|what|which|where|who|why|when)\b/i;

/** As the decoder writes a sentence: with a capital letter and most often a stop. */
function writings(phrase: string): string[] {
  const sentence = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return question.test(phrase) ? [`${sentence}?`, `${sentence}.`, sentence] : [`${sentence}.`, sentence];
}

/** Phrases by their tokens: beginnings that several share are read once. */
export function phraseTrie(phrases: readonly string[]): PhraseTrie {
  const root: TrieNode = { token: 1, id: 0, children: [], phrases: [] };
  let nodes = 1;
  for (const [index, phrase] of phrases.entries())
    for (const writing of writings(phrase)) {
      let node = root;
      for (const token of [...llama.encode(writing, false, true), endToken]) {
        let child = node.children.find((each) => each.token === token);
        if (!child) {
          child = { token, id: nodes++, children: [], phrases: [] };
          node.children.push(child);
        }
        node = child;
      }
      if (!node.phrases.includes(index)) node.phrases.push(index);
    }
  return { root, nodes };
}
