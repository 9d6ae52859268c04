/** How far from its place a token of the draft is looked for once decoder and draft disagree. */
const window = { back: 2, ahead: 4 };
/** While they disagree, so many tokens are proposed as if a single one had been changed. */
const doubtfulTokens = 4;

/**
 * An earlier transcript, followed while the decoder writes the new one. Where the two part, by a word changed, left
 * out or put in, the draft is taken up again at the next token that both have.
 */
export class Draft {
  readonly #tokens: readonly number[];
  #next = 0;
  #agreed = true;

  constructor(tokens: readonly number[]) {
    this.#tokens = tokens;
  }

  /** What the decoder may be about to write, at most `limit` tokens. */
  proposal(limit: number): readonly number[] {
    const length = Math.min(limit, this.#agreed ? this.#tokens.length : doubtfulTokens);
    return this.#tokens.slice(this.#next, this.#next + Math.max(0, length));
  }

  /** The decoder wrote `token`. */
  follow(token: number): void {
    const at = this.#tokens[this.#next] === token ? this.#next : this.#find(token);
    this.#agreed = at !== undefined;
    this.#next = (at ?? this.#next) + 1;
  }

  #find(token: number): number | undefined {
    const from = Math.max(0, this.#next - window.back);
    const at = this.#tokens.slice(from, this.#next + window.ahead + 1).indexOf(token);
    return at < 0 ? undefined : from + at;
  }
}
