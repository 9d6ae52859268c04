import { createHash, randomBytes } from 'node:crypto';

/** A token of 256 random bits. What is stored is its hash: who reads the store cannot sign in with it. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
