import type { NewAccountForm } from '#app/sources/index.ts';
import type { FieldValues } from '#shared/creating.ts';
import type { TemplateSource } from '#shared/creation-template.ts';
import type { Customer } from '#shared/records.ts';
import { type Template, valueFrom, valuesOfCustomer } from '../create/template.ts';

const address = (prefix: 'Billing' | 'Shipping', kind: 'billing' | 'shipping'): [string, string][] => [
  [`${prefix}Street`, `${kind}Street`],
  [`${prefix}City`, `${kind}City`],
  [`${prefix}State`, `${kind}Region`],
  [`${prefix}StateCode`, `${kind}Region`],
  [`${prefix}PostalCode`, `${kind}PostalCode`],
  [`${prefix}Country`, `${kind}Country`],
  [`${prefix}CountryCode`, `${kind}Country`],
];

/** The managed package's mapping the other way round: an account's field and the customer's that fills it. */
const mapping: ReadonlyMap<string, string> = new Map([
  ['Name', 'displayName'],
  ['Phone', 'phone'],
  ...address('Billing', 'billing'),
  ...address('Shipping', 'shipping'),
  ['qime__Resale_Number__c', 'resaleNumber'],
  ['qime__Taxable__c', 'taxable'],
  ['qime__Tax_Exemption_Reason__c', 'taxExemptionReason'],
]);

/** What a field of a new account is filled from where the template says nothing; the record type is Salesforce's own usual one. */
export function usualSourceOf({ name, preset }: NewAccountForm['fields'][number]): TemplateSource {
  const field = mapping.get(name);
  if (field !== undefined) return { kind: 'field', field };
  return preset === '' ? { kind: 'blank' } : { kind: 'text', text: preset };
}

/** The fields of a new account as the template gives them for a customer, before they are made to fit. Pure. */
export function fromCustomer(customer: Customer, form: NewAccountForm, template: Template): FieldValues {
  const values = valuesOfCustomer(customer);
  return Object.fromEntries(
    form.fields.map((field) => [
      field.name,
      valueFrom(template.get(field.name) ?? usualSourceOf(field), values),
    ]),
  );
}
