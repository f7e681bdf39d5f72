import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Account, Address, Customer } from '#shared/records.ts';

const Mark = z.string().length(16);

/** A short hash of each thing the matcher reads of a record. */
export const EvidenceFingerprint = z.object({
  name: Mark,
  phone: Mark,
  email: Mark,
  website: Mark,
  address: Mark,
  parent: Mark,
});
export type EvidenceFingerprint = z.infer<typeof EvidenceFingerprint>;
export type FingerprintField = keyof EvidenceFingerprint;

/**
 * What the matcher reads of a record, as hashes that stay the same on every machine. Case, blanks, punctuation and the
 * order of several phones, e-mails or addresses do not matter; balances, dates and tokens are not looked at.
 */
export function evidenceFingerprint(record: Account | Customer): EvidenceFingerprint {
  return 'displayName' in record ? ofCustomer(record) : ofAccount(record);
}

/** The fields in which two fingerprints of one record differ, in a fixed order; none when its evidence is the same. */
export function changedEvidence(before: EvidenceFingerprint, after: EvidenceFingerprint): FingerprintField[] {
  return EvidenceFingerprint.keyof().options.filter((field) => before[field] !== after[field]);
}

function ofAccount(account: Account): EvidenceFingerprint {
  return {
    name: inOrder([account.name]),
    phone: inAnyOrder([account.phone, ...account.otherPhones]),
    email: inAnyOrder(account.emails.flatMap(addressesIn)),
    website: inOrder([account.website]),
    address: inAnyOrder([account.billing, account.shipping].map(written)),
    parent: inOrder([account.parentId]),
  };
}

function ofCustomer(customer: Customer): EvidenceFingerprint {
  const { displayName, companyName, givenName, familyName, printOnCheckName, fullyQualifiedName } = customer;
  return {
    name: inOrder([displayName, companyName, givenName, familyName, printOnCheckName, fullyQualifiedName]),
    phone: inAnyOrder([customer.phone, customer.mobile, customer.alternatePhone]),
    email: inAnyOrder(addressesIn(customer.email)),
    website: inOrder([customer.website]),
    address: inAnyOrder([customer.billing, customer.shipping].map(written)),
    parent: inOrder([customer.parentId]),
  };
}

function addressesIn(field: string): string[] {
  return field.split(/[\s,;]+/u);
}

function written({ street, city, region, postalCode, country }: Address): string {
  const parts = [street, city, region, postalCode, country].map(plain);
  return parts.every((part) => part === '') ? '' : parts.join(' ');
}

function inAnyOrder(values: readonly string[]): string {
  return inOrder([...new Set(values.map(plain))].filter((value) => value !== '').sort());
}

function inOrder(values: readonly string[]): string {
  return hash('sha256', JSON.stringify(values.map(plain)), 'hex').slice(0, 16);
}

/** Letters, their marks and digits only. Composed after the fold: lower-casing may take a letter apart. */
function plain(value: string): string {
  return value
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
