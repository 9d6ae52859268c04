import llama from 'llama-tokenizer-js';
import { tokenBytes } from './vocabulary.ts';

/** A token of likely words, with all before it. */
interface BiasNode {
  children: Map<number, BiasNode>;
  /** The words are whole here. */
  whole: boolean;
}

/** How far a transcript has come in likely words. */
export interface BiasState {
  node: BiasNode | undefined;
  /** What was given on account of words that are not whole yet, in nats. */
  owed: number;
  /** Words that were whole before: said again they are worth nothing, or a transcript would go on saying them. */
  said: readonly BiasNode[];
}

const nothing: BiasState = { node: undefined, owed: 0, said: [] };
const separators = /^[\s,.\-–]*$/;
const opensWord = /^[^\p{L}\p{N}]/u;
const text = new Map<number, string>();
const textOf = (token: number): string => {
  const known = text.get(token) ?? tokenBytes(token).toString('utf8');
  text.set(token, known);
  return known;
};

const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** As the decoder writes a phrase within a sentence and at its beginning; a number in figures and in words, too. */
function writings(phrase: string): string[] {
  const figures = /^\d+$/.test(phrase);
  const spoken = figures ? [...phrase].map((digit) => digits[Number(digit)]).join(' ') : phrase;
  const words = spoken.includes('zero') && figures ? [spoken, spoken.replaceAll('zero', 'oh')] : [spoken];
  const opened = words.map((written) => written.charAt(0).toUpperCase() + written.slice(1));
  return [...new Set([...words, ...opened, ...(figures ? [phrase] : [])])];
}

/**
 * Likely words for a search over transcripts: each of their tokens is worth something, which is taken back where the words
 * do not become whole (contextual biasing by shallow fusion: Zhao et al. 2019, "Shallow-fusion end-to-end contextual
 * biasing").
 */
export class BiasTrie {
  readonly #root: BiasNode = { children: new Map(), whole: false };
  readonly #worth: number;

  /**
   * @param phrases words, names, and numbers in figures.
   * @param worth of a token, in nats.
   */
  constructor(phrases: readonly string[], worth: number) {
    this.#worth = worth;
    for (const phrase of phrases)
      for (const written of writings(phrase)) {
        // Figures are told from what is before them: the mark of a new word is no part of them.
        const tokens = llama.encode(written, false, true);
        this.#add(/^\d/.test(written) ? tokens.slice(1) : tokens);
      }
  }

  get begin(): BiasState {
    return nothing;
  }

  /** Tokens that go on with likely words, or begin some. */
  *likely(state: BiasState): Iterable<number> {
    if (state.node) yield* state.node.children.keys();
    yield* this.#root.children.keys();
  }

  /** The state after a token, and what the token is worth: negative where something is taken back. */
  after(state: BiasState, token: number): { state: BiasState; worth: number } {
    const { node, owed, said } = state;
    if (!node) return this.#begun(token, said);
    const child = node.children.get(token);
    if (child) return { state: { node: child, owed: owed + this.#worth, said }, worth: this.#worth };
    const between = textOf(token);
    if (!node.whole && separators.test(between)) return { state, worth: 0 };
    // Words are whole once the next word begins: "desk" is not in "desktop".
    const settled = node.whole && !said.includes(node) && (between === '' || opensWord.test(between));
    const begun = this.#begun(token, settled ? [...said, node] : said);
    return { state: begun.state, worth: begun.worth - (settled ? 0 : owed) };
  }

  /** What is taken back where the transcript ends here. */
  atEnd({ node, owed, said }: BiasState): number {
    return node && (!node.whole || said.includes(node)) ? -owed : 0;
  }

  #begun(token: number, said: readonly BiasNode[]): { state: BiasState; worth: number } {
    const child = this.#root.children.get(token);
    return child
      ? { state: { node: child, owed: this.#worth, said }, worth: this.#worth }
      : { state: { ...nothing, said }, worth: 0 };
  }

  #add(tokens: readonly number[]): void {
    let node = this.#root;
    for (const token of tokens) {
      let child = node.children.get(token);
      if (!child) {
        child = { children: new Map(), whole: false };
        node.children.set(token, child);
      }
      node = child;
    }
    node.whole = true;
  }
}
