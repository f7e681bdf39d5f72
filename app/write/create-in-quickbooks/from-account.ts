import { type NewCustomer, NewCustomerField } from '#shared/creating.ts';
import type { TemplateSource } from '#shared/creation-template.ts';
import type { Account } from '#shared/records.ts';
import { type Template, valueFrom, valuesOfAccount } from '../create/template.ts';

/** Fields of a customer that an account calls otherwise. */
const otherwise: Partial<Record<NewCustomerField, TemplateSource>> = {
  displayName: { kind: 'field', field: 'name' },
  companyName: { kind: 'field', field: 'name' },
  printOnCheckName: { kind: 'field', field: 'name' },
  // Not in the package's table: the person chooses it.
  email: { kind: 'blank' },
};

/** What a field of a new customer is filled from by the managed package's mapping (the table in its documentation). */
export function usualSourceOf(field: NewCustomerField): TemplateSource {
  return otherwise[field] ?? { kind: 'field', field };
}

/** The fields of a new customer as the template gives them for an account, before they are made to fit. Pure. */
export function fromAccount(account: Account, template: Template = new Map()): NewCustomer {
  const values = valuesOfAccount(account);
  const filled = NewCustomerField.options.map((field) => {
    return [field, valueFrom(template.get(field) ?? usualSourceOf(field), values)] as const;
  });
  return Object.fromEntries(filled) as NewCustomer;
}
