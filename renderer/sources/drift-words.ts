import type { FoundDrift } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import type { DriftKind, FieldChange } from '#shared/drift.ts';
import { accountFields, customerFields } from '#shared/record-fields.ts';
import { recordWords } from '../format/words.ts';

/** The word for what became of a record between two exports. */
export const driftWords: Record<DriftKind, string> = { new: 'new', changed: 'changed', gone: 'gone' };

/** What a list of such records is called: "New accounts", "Customers that are gone". */
export function driftTitle(side: Side, kind: DriftKind): string {
  const records = `${recordWords[side]}s`;
  if (kind === 'gone') return `${records.charAt(0).toUpperCase()}${records.slice(1)} that are gone`;
  return kind === 'new' ? `New ${records}` : `Changed ${records}`;
}

/** A field as it is spoken of. */
export function fieldWord(side: Side, { field }: FieldChange): string {
  const fields = side === 'salesforce' ? accountFields : customerFields;
  return fields.find(({ name }) => name === field)?.label ?? field;
}

/** Why a record is gone, as far as that is known. */
export function fateSentence({ side, fate }: Pick<FoundDrift, 'side' | 'fate'>): string {
  if (side === 'quickbooks') return 'No longer in QuickBooks; merged into another customer, most likely.';
  switch (fate.kind) {
    case 'deleted':
      return 'Deleted.';
    case 'merged':
      return `Merged into account ${fate.into}.`;
    case 'left-out':
      return 'Still there, but outside of what was exported.';
    case 'unknown':
      return 'Why is not known.';
  }
}
