import type { DriftEffect, FieldChange } from '#shared/drift.ts';
import { accountFields, customerFields, type RecordField } from '#shared/record-fields.ts';
import type { DriftNote } from '#shared/review.ts';

/** QuickBooks has no way to delete a customer. */
const whyGone = 'QuickBooks removes one only when it is merged into another';

/** An effect of drift as a person reads it, in one sentence without its full stop. */
export function driftSentence(effect: DriftEffect): string {
  switch (effect.kind) {
    case 'customer-gone':
      return effect.linked
        ? `It is linked to ${effect.name}, which is no longer among the customers; ${whyGone}`
        : `You confirmed ${effect.name}, which is no longer among the customers; ${whyGone}`;
    case 'customer-inactive':
      return effect.linked
        ? `${effect.name}, to which it is linked, was made inactive`
        : `${effect.name}, which you confirmed, was made inactive`;
    case 'link-changed':
      return linkSentence(effect);
    case 'pair-changed': {
      const parts = [
        ...told('the account’s', accountFields, effect.account),
        ...told('the customer’s', customerFields, effect.customer),
      ];
      return `Since you confirmed this, ${parts.join(' and ')} changed`;
    }
    case 'merged-in':
      return `${effect.name}, which had ${effect.customerName}, was merged into this account`;
  }
}

/** An effect of drift with what reads otherwise now, field by field. */
export function driftNote(effect: DriftEffect): DriftNote {
  const sentence = `${driftSentence(effect)}.`;
  if (effect.kind !== 'pair-changed') return { sentence, changes: [] };
  const changes = [
    ...labelled('Account', accountFields, effect.account),
    ...labelled('Customer', customerFields, effect.customer),
  ];
  return { sentence, changes };
}

function labelled<T>(
  side: string,
  fields: readonly RecordField<T>[],
  changes: readonly FieldChange[],
): DriftNote['changes'] {
  return changes.map(({ field, before, after }) => {
    const label = fields.find(({ name }) => name === field)?.label ?? field;
    return { label: `${side}: ${label.toLowerCase()}`, before, after };
  });
}

function linkSentence({
  before,
  after,
  beforeName,
  afterName,
}: DriftEffect & { kind: 'link-changed' }): string {
  if (after === '') return `Somebody removed the link to ${beforeName}`;
  if (before === '') return `Somebody else linked it to ${afterName}, which is not what you confirmed`;
  return `Somebody changed the link from ${beforeName} to ${afterName}`;
}

function told<T>(
  whose: string,
  fields: readonly RecordField<T>[],
  changes: readonly FieldChange[],
): string[] {
  const labels = fields
    .filter(({ name }) => changes.some(({ field }) => field === name))
    .map(({ label }) => label.toLowerCase());
  return labels.length === 0 ? [] : [`${whose} ${labels.join(', ')}`];
}
