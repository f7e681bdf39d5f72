import type { DriftEntry } from '#app/project/index.ts';
import type { FieldChange } from '#shared/drift.ts';
import type { AccountId, CustomerId } from '#shared/ids.ts';
import { accountFields, customerFields, type RecordField } from '#shared/record-fields.ts';
import type { Ledger } from '../ledger.ts';
import { DriftHistory } from './drift-history.ts';
import { evidentChanges } from './effects.ts';

/** What records say otherwise than they did, in a sentence, for decisions that were taken on an older export. */
export class ChangesSince {
  readonly #ledger: Ledger;
  readonly #drift: DriftHistory;

  /** `entries` are what exports found after the oldest revision that will be asked for. */
  constructor(ledger: Ledger, entries: Iterable<DriftEntry>) {
    this.#ledger = ledger;
    this.#drift = new DriftHistory(entries);
  }

  /**
   * What the matcher goes by and that changed in these records since a revision ("The account’s phone changed from 555 to
   * 556."); `''` for nothing.
   */
  of(accountId: AccountId | null, customerId: CustomerId | null, revision: number): string {
    const { accounts, customers } = this.#ledger;
    const account = accountId === null ? undefined : accounts.get(accountId);
    const customer = customerId === null ? undefined : customers.get(customerId);
    const sentences = [
      ...(account === undefined
        ? []
        : told(
            'The account’s',
            accountFields,
            this.#changes(accountFields, 'salesforce', account, revision),
          )),
      ...(customer === undefined
        ? []
        : told(
            'The customer’s',
            customerFields,
            this.#changes(customerFields, 'quickbooks', customer, revision),
          )),
    ];
    return sentences.join(' ');
  }

  #changes<T extends { readonly id: string }>(
    fields: readonly RecordField<T>[],
    side: 'salesforce' | 'quickbooks',
    record: T,
    revision: number,
  ): FieldChange[] {
    return evidentChanges(fields, this.#drift.since(side, record.id, revision), record);
  }
}

function told<T>(
  whose: string,
  fields: readonly RecordField<T>[],
  changes: readonly FieldChange[],
): string[] {
  return changes.map(({ field, before, after }) => {
    const label = (fields.find(({ name }) => name === field)?.label ?? field).toLowerCase();
    return `${whose} ${label} changed from ${quoted(before)} to ${quoted(after)}.`;
  });
}

function quoted(text: string): string {
  return text === '' ? 'blank' : `“${text}”`;
}
