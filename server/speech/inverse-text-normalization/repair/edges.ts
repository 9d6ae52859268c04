/** Words that no name begins or ends in: what was heard as one took in a word too many. */
export const edges =
  /^(?:a|an|the|my|your|is|are|was|to|of|in|on|at|and|or|for|it|i|do|does|has|have|that|this|with|where|not|no|me|you|please)$/;
