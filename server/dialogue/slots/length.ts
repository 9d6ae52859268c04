/** How many words an utterance has; two Chinese characters count as one. */
export const wordCount = (text: string): number =>
  text.match(/[\p{Script=Latin}\p{N}'’-]+|\p{Script=Han}{1,2}/gu)?.length ?? 0;

/** Characters that are kept of what somebody tells: as many as a typed message may have. */
export const longestDescription = 2_000;
