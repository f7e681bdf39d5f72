import { taxExemptionId, taxExemptionLabel } from '#shared/tax-exemption.ts';
import { type Fitted, plain } from './fit-text.ts';

/** Whether a customer is taxed: `yes`, `no`, or blank for what is neither. */
export function fitTaxable(text: string): Fitted {
  const word = plain(text).toLowerCase();
  if (['yes', 'true', '1'].includes(word)) return { value: 'yes', changes: [] };
  if (['no', 'false', '0'].includes(word)) return { value: 'no', changes: [] };
  return { value: '', changes: word === '' ? [] : [`“${plain(text)}” is neither yes nor no, left out`] };
}

/** QuickBooks' label of a reason for paying no tax; it knows fifteen of them. */
export function fitReason(text: string): Fitted {
  const given = plain(text);
  const id = given === '' ? null : taxExemptionId(given);
  if (id !== null) return { value: taxExemptionLabel(id), changes: [] };
  return { value: '', changes: given === '' ? [] : [`“${given}” is none of QuickBooks’ reasons, left out`] };
}
