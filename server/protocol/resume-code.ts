/** Letters and digits that cannot be mistaken for one another when read out or typed with gloves: Crockford's base 32. */
export const resumeCodePattern = '^[0-9A-HJKMNP-TV-Z]{6}$';
