import { taxExemptionId, taxExemptionLabel } from '#shared/tax-exemption.ts';
import { type Fitted, plain } from '../create/fit-text.ts';

/** QuickBooks' label of a reason for paying no tax; it knows fifteen of them. */
export function fitReason(text: string): Fitted {
  const given = plain(text);
  const id = given === '' ? null : taxExemptionId(given);
  if (id !== null) return { value: taxExemptionLabel(id), changes: [] };
  return { value: '', changes: given === '' ? [] : [`“${given}” is none of QuickBooks’ reasons, left out`] };
}
