import { z } from 'zod';
import type { Side } from './datasets.ts';

/** What a field of new records is filled from: a field of the other side's record, a text that is the same for all, or nothing. */
export const TemplateSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('field'), field: z.string().min(1) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(4_000) }),
  z.strictObject({ kind: z.literal('blank') }),
]);
export type TemplateSource = z.infer<typeof TemplateSource>;

/** A field that a template may name, with what a person reads for it. */
export const SourceField = z.object({ name: z.string(), label: z.string() });
export type SourceField = z.infer<typeof SourceField>;

/** Whether both fill a field from the same. */
export function isSameSource(one: TemplateSource, other: TemplateSource): boolean {
  if (one.kind === 'field') return other.kind === 'field' && other.field === one.field;
  if (one.kind === 'text') return other.kind === 'text' && other.text === one.text;
  return other.kind === 'blank';
}

const addressLabels = ['billing', 'shipping'].flatMap((kind) => {
  const word = kind === 'billing' ? 'Billing' : 'Shipping';
  return [
    { name: `${kind}Street`, label: `${word} street` },
    { name: `${kind}City`, label: `${word} city` },
    { name: `${kind}Region`, label: `${word} state` },
    { name: `${kind}PostalCode`, label: `${word} postal code` },
    { name: `${kind}Country`, label: `${word} country` },
  ];
});

const taxLabels = [
  { name: 'resaleNumber', label: 'Resale number' },
  { name: 'taxable', label: 'Taxable' },
  { name: 'taxExemptionReason', label: 'Tax exemption reason' },
];

/** The fields of a record that a template may name, by the side that the record is of. */
export const sourceFields: Record<Side, readonly SourceField[]> = {
  salesforce: [
    { name: 'name', label: 'Account name' },
    { name: 'phone', label: 'Phone' },
    { name: 'email', label: 'E-mail' },
    { name: 'website', label: 'Website' },
    ...addressLabels,
    ...taxLabels,
    { name: 'owner', label: 'Owner' },
    { name: 'type', label: 'Type' },
  ],
  quickbooks: [
    { name: 'displayName', label: 'Display name' },
    { name: 'companyName', label: 'Company name' },
    { name: 'givenName', label: 'First name' },
    { name: 'familyName', label: 'Last name' },
    { name: 'printOnCheckName', label: 'Name on checks' },
    { name: 'phone', label: 'Phone' },
    { name: 'mobile', label: 'Mobile' },
    { name: 'email', label: 'E-mail' },
    { name: 'website', label: 'Website' },
    ...addressLabels,
    ...taxLabels,
    { name: 'notes', label: 'Notes' },
  ],
};
