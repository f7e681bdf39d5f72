import { z } from 'zod';
import { agreementsIn } from '#shared/agreement.ts';
import type { AccountId } from '#shared/ids.ts';
import { Evidence, type PairOutline, type Proposal, ProposalOutline } from '#shared/pairs.ts';

/** A proposal as the project file holds it: its outline and, for each candidate, the evidence, both as JSON. */
export interface StoredProposal {
  readonly accountId: AccountId;
  readonly outline: string;
  readonly evidence: string;
}

const EvidenceOfCandidates = z.array(z.array(Evidence));

/** A proposal as it is to be stored. Made where the proposal is, so that a thread can spare others the writing. */
export function storedProposal({ candidates, ...proposal }: Proposal): StoredProposal {
  const outlines = candidates.map(({ evidence, ...outline }): PairOutline => {
    return { ...outline, agreements: agreementsIn(evidence) };
  });
  return {
    accountId: proposal.accountId,
    outline: JSON.stringify({ ...proposal, candidates: outlines }),
    evidence: JSON.stringify(candidates.map(({ evidence }) => evidence)),
  };
}

/** The outline of a stored proposal. Throws `ZodError` where the file holds something else. */
export function outlineOf({ outline }: Pick<StoredProposal, 'outline'>): ProposalOutline {
  return ProposalOutline.parse(JSON.parse(outline));
}

/** A stored proposal in full. Throws `ZodError` where the file holds something else. */
export function proposalOf(stored: Pick<StoredProposal, 'outline' | 'evidence'>): Proposal {
  const { candidates, ...outline } = outlineOf(stored);
  const evidence = EvidenceOfCandidates.parse(JSON.parse(stored.evidence));
  return {
    ...outline,
    candidates: candidates.map(({ agreements: _, ...candidate }, at) => {
      return { ...candidate, evidence: evidence[at] ?? [] };
    }),
  };
}
