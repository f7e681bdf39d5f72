import type { NewAccountField, NewAccountForm } from '#app/sources/index.ts';
import type { FieldValues, FittedField } from '#shared/creating.ts';
import { sameTaxExemption } from '#shared/tax-exemption.ts';
import { fitEmail } from '../create/fit-email.ts';
import { type Fitted, fitLine, plain, shortened } from '../create/fit-text.ts';
import { fitYesOrNo } from '../create/fit-yes-or-no.ts';

/** A field's value as Salesforce takes it. Fitting what fits changes nothing. Pure. */
export function fitField(field: NewAccountField, text: string): Fitted {
  switch (field.kind) {
    case 'choice':
      return fitChoice(field, text);
    case 'yes-no':
      return fitYesOrNo(text);
    case 'number':
      return fitNumber(text);
    case 'email':
      return fitEmail(text, field.length);
    case 'lines':
      return fitLines(text, field.length);
    case 'text':
    case 'phone':
      return fitLine(text, field.length === 0 ? Number.POSITIVE_INFINITY : field.length);
  }
}

/** All fields as Salesforce takes them, and what was done to each. Pure. */
export function fitAccount(
  given: FieldValues,
  { fields: form }: NewAccountForm,
): { fields: FieldValues; changes: FittedField[] } {
  const fields: FieldValues = {};
  const changes: FittedField[] = [];
  for (const field of form) {
    const fitted = fitField(field, given[field.name] ?? '');
    fields[field.name] = fitted.value;
    changes.push(...fitted.changes.map((message) => ({ field: field.name, message })));
  }
  for (const prefix of ['Billing', 'Shipping']) {
    const state = `${prefix}StateCode`;
    if ((fields[state] ?? '') === '' || fields[`${prefix}CountryCode`] !== '') continue;
    fields[state] = '';
    changes.push({
      field: state,
      message: 'left out, because Salesforce takes a state only with its country',
    });
  }
  return { fields, changes };
}

/** One of the options, by its value or by its label in any case; a tax exemption by what it means. */
function fitChoice({ name, options }: NewAccountField, text: string): Fitted {
  const given = plain(text);
  if (given === '') return { value: '', changes: [] };
  const folded = given.toLowerCase();
  const found =
    options.find(({ value, label }) => value.toLowerCase() === folded || label.toLowerCase() === folded) ??
    (name === 'qime__Tax_Exemption_Reason__c'
      ? options.find(({ value }) => sameTaxExemption(value, given))
      : undefined);
  if (found === undefined) {
    return { value: '', changes: [`“${given}” is none of the values that Salesforce takes, left out`] };
  }
  return { value: found.value, changes: [] };
}

function fitNumber(text: string): Fitted {
  const given = plain(text);
  if (given === '' || Number.isFinite(Number(given))) return { value: given, changes: [] };
  return { value: '', changes: [`“${given}” is no number, left out`] };
}

function fitLines(text: string, most: number): Fitted {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(plain)
    .filter((line) => line !== '');
  const fitted = { value: lines.join('\n'), changes: [] };
  return most === 0 ? fitted : shortened(fitted, most);
}
