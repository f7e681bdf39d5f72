import { CustomerDecisionKind, DecisionKind } from '#shared/decisions.ts';

/**
 * Words that people write for a decision besides its own. What could mean two things is left out: an `x` ticks a box for
 * some and strikes out for others, and `no match` may turn down a customer or ask for a new one.
 */
const SYNONYMS: Readonly<Record<string, DecisionKind>> = {
  confirmed: 'confirm',
  yes: 'confirm',
  y: 'confirm',
  ok: 'confirm',
  okay: 'confirm',
  accept: 'confirm',
  accepted: 'confirm',
  approve: 'confirm',
  approved: 'confirm',
  rejected: 'reject',
  no: 'reject',
  n: 'reject',
  decline: 'reject',
  declined: 'reject',
  skipped: 'skip',
  later: 'skip',
  'decide-later': 'skip',
  create: 'create-new',
  new: 'create-new',
  ignored: 'ignore',
};

/** What a cell "Decision" says: a decision, nothing, or a word that is none. */
export type DecisionCell = DecisionKind | 'blank' | 'unreadable';

/**
 * Reads the cell of a row about an account, or about a customer alone, of which less can be said. Capitals, spaces for the
 * hyphen, and a full stop or an exclamation mark at the end do not matter.
 */
export function decisionCell(cell: string, about: 'account' | 'customer'): DecisionCell {
  const word = cell
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
    .replace(/[\s_\u2010-\u2015-]+/g, '-');
  if (word === '') return 'blank';
  const kind = DecisionKind.safeParse(SYNONYMS[word] ?? word).data;
  if (kind === undefined) return 'unreadable';
  return about === 'account' || CustomerDecisionKind.safeParse(kind).success ? kind : 'unreadable';
}
