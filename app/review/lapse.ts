import { changedEvidence, EvidenceFingerprint, evidenceFingerprint } from '#app/match/index.ts';
import type { DecisionEntry, RejectEvidence } from '#app/project/index.ts';
import type { Account, Customer } from '#shared/records.ts';

const words: Record<keyof EvidenceFingerprint, string> = {
  name: 'name',
  phone: 'phone',
  email: 'e-mail',
  website: 'website',
  address: 'address',
  parent: 'parent',
};

/** What both records of a pair say now, to be kept with its rejection. */
export function evidenceOf(account: Account, customer: Customer): RejectEvidence {
  return { account: evidenceFingerprint(account), customer: evidenceFingerprint(customer) };
}

/**
 * Why a rejection no longer counts: what a record of the pair says has changed since ("You rejected this before; the
 * phone changed since"). `''` while it counts, as does one whose evidence was not kept or cannot be compared.
 */
export function lapseOf(reject: DecisionEntry, account: Account, customer: Customer): string {
  const before = reject.evidence;
  if (before === null) return '';
  const changed = new Set([
    ...changedIn(before.account, evidenceFingerprint(account)),
    ...changedIn(before.customer, evidenceFingerprint(customer)),
  ]);
  const fields = EvidenceFingerprint.keyof()
    .options.filter((field) => changed.has(field))
    .map((field) => `the ${words[field]}`);
  return fields.length === 0 ? '' : `You rejected this before; ${inWords(fields)} changed since`;
}

function changedIn(before: unknown, now: EvidenceFingerprint): (keyof EvidenceFingerprint)[] {
  const known = EvidenceFingerprint.safeParse(before);
  return known.success ? changedEvidence(known.data, now) : [];
}

function inWords(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}
