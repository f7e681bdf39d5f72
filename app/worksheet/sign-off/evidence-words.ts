import type { Evidence } from '#shared/pairs.ts';

/** Evidence below so many bits either way is not worth a word. */
const worthSaying = 0.7;
const mostSaid = 3;

/** The strongest evidence for a pair and against it, in words, the strongest first; `''` for none. */
export function evidenceWords(evidence: readonly Evidence[]): {
  readonly speaksFor: string;
  readonly against: string;
} {
  const compared = evidence.filter(({ field }) => field !== 'prior');
  const strongest = compared.toSorted((one, other) => Math.abs(other.bits) - Math.abs(one.bits));
  return {
    speaksFor: said(strongest.filter(({ bits }) => bits >= worthSaying)),
    against: said(strongest.filter(({ bits }) => bits <= -worthSaying)),
  };
}

function said(evidence: readonly Evidence[]): string {
  return evidence
    .slice(0, mostSaid)
    .map(({ label }) => label)
    .join('; ');
}
