import { randomBytes } from 'node:crypto';
import type { SignInProof } from '#app/sources/index.ts';

/**
 * New unguessable values for one sign-in. 64 random bytes are 86 characters, within the 43 to 128 that RFC 7636 asks
 * of a verifier.
 */
export function newProof(): SignInProof {
  return {
    state: randomBytes(32).toString('base64url'),
    verifier: randomBytes(64).toString('base64url'),
  };
}
