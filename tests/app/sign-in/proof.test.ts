import { expect, test } from 'vitest';
import { newProof } from '../../../app/sign-in/proof.ts';

test('every sign-in has its own state and a verifier as RFC 7636 asks for', () => {
  const proofs = Array.from({ length: 50 }, newProof);
  for (const { verifier } of proofs) expect(verifier).toMatch(/^[A-Za-z0-9._~-]{43,128}$/);
  expect(new Set(proofs.flatMap(({ state, verifier }) => [state, verifier])).size).toBe(100);
});
