import { z } from 'zod';
import type { Evidence } from './pairs.ts';

/** What a pair's two records can agree on, in the order in which a row says it. */
export const AgreementField = z.enum(['name', 'email', 'phone', 'website', 'address']);
export type AgreementField = z.infer<typeof AgreementField>;

/** Whether both sides say the same, say different things, or one of them says nothing. */
export const Agreement = z.enum(['agrees', 'differs', 'missing']);
export type Agreement = z.infer<typeof Agreement>;

/**
 * A pair's agreement on every field, a letter each (`a`, `d`, `m`) in the order of {@link AgreementField}; `''` without a
 * pair. Every row carries one, so it is short.
 */
export const Agreements = z.string().regex(/^(?:[adm]{5})?$/);
export type Agreements = z.infer<typeof Agreements>;

const byLetter: Readonly<Record<string, Agreement>> = { a: 'agrees', d: 'differs', m: 'missing' };

/** Puts the agreement on every field into one text. */
export function writtenAgreements(of: Readonly<Record<AgreementField, Agreement>>): Agreements {
  return AgreementField.options.map((field) => of[field].charAt(0)).join('');
}

/** The agreement on one field; null without a pair. */
export function agreementOn(agreements: Agreements, field: AgreementField): Agreement | null {
  return byLetter[agreements.charAt(AgreementField.options.indexOf(field))] ?? null;
}

/** The levels of the matcher's comparisons at which both sides say the same; a near value is another one. */
export const agreeingLevels: Readonly<Record<AgreementField, ReadonlySet<string>>> = {
  name: new Set(['same', 'same-other-form', 'same-words']),
  email: new Set(['same']),
  phone: new Set(['same', 'same-local']),
  website: new Set(['same', 'counted']),
  address: new Set(['same', 'similar', 'street', 'postcode', 'city']),
};

/** Those at which one side says nothing. A domain that is made of the other side's name is no second website. */
const missingLevels: Readonly<Record<AgreementField, ReadonlySet<string>>> = {
  name: new Set(['missing']),
  email: new Set(['missing']),
  phone: new Set(['missing']),
  website: new Set(['missing', 'name']),
  address: new Set(['missing']),
};

/** What a pair's evidence says of the agreement. Of an address both the street and the place have to agree. */
export function agreementsIn(evidence: readonly Pick<Evidence, 'field' | 'level'>[]): Agreements {
  const found = {
    name: 'missing',
    email: 'missing',
    phone: 'missing',
    website: 'missing',
    address: 'missing',
  };
  const agreements = found as Record<AgreementField, Agreement>;
  for (const { field, level } of evidence) {
    if (field === 'prior' || field === 'competition' || missingLevels[field].has(level)) continue;
    if (!agreeingLevels[field].has(level)) agreements[field] = 'differs';
    else if (agreements[field] === 'missing') agreements[field] = 'agrees';
  }
  return writtenAgreements(agreements);
}
