/** Raised when an old client could misread a new server or the other way round. */
export const protocolVersion = 1;
