export { createIdentity, type Identity } from './create-identity.ts';
export { rotateSecret } from './secrets.ts';
