/** What no text in the store can hold: the character NUL, and half of a character (a surrogate alone). */
const unstorable = /[\0\p{Cs}]/u;

/** The first text within a value of JSON, keys included, that cannot be stored; `undefined` where all can. */
export function unstorableText(value: unknown): string | undefined {
  // Not recursive: what is nested a thousand deep is walked, too.
  const left: unknown[] = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === 'string' && unstorable.test(next)) return next;
    if (typeof next !== 'object' || next === null || ArrayBuffer.isView(next)) continue;
    if (Array.isArray(next)) for (const member of next) left.push(member);
    else for (const [key, member] of Object.entries(next)) left.push(key, member);
  }
  return undefined;
}
