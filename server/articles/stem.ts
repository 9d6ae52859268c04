const vowel = /[aeiouy]/;

/** Cuts an English word's ending, so that "returns", "returned" and "returning" meet. No word of the language need come out. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  let root = word;
  if (root.endsWith('ies') && root.length > 4) root = `${root.slice(0, -3)}y`;
  else if (/(?:ss|sh|ch|x|zz)es$/.test(root)) root = root.slice(0, -2);
  else if (root.endsWith('s') && !/(?:ss|us|is)$/.test(root)) root = root.slice(0, -1);
  for (const ending of ['ing', 'ed']) {
    const rest = root.slice(0, -ending.length);
    if (root.endsWith(ending) && rest.length >= 3 && vowel.test(rest)) {
      root = /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
      break;
    }
  }
  if (root.length > 3 && root.endsWith('e')) root = root.slice(0, -1);
  return root.length > 3 && root.endsWith('y') ? `${root.slice(0, -1)}i` : root;
}
