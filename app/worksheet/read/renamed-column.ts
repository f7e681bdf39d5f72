import type { RowMark } from '../row-mark.ts';
import { type Edit, isSameText, type MarkedRow } from './edit.ts';

/** Whether the id of the customer that a row was made with stands in one of its cells; null where it has none. */
export function showsCustomer({ subject }: RowMark, cells: readonly string[]): boolean | null {
  const { customerId } = subject;
  if (subject.kind === 'customer' || customerId === null) return null;
  return cells.some((cell) => isSameText(cell, customerId));
}

/**
 * Tells, in a sheet without a column "Customer ID", whether that was deleted or has another heading now: in the latter case
 * most rows still show their customer's id, and one that does not may have been given another.
 */
export class RenamedColumn {
  #shown = 0;
  #rows = 0;

  /** Takes in a row, edited or not. */
  note({ showsCustomer }: Pick<MarkedRow, 'showsCustomer'>): void {
    if (showsCustomer === null) return;
    this.#rows += 1;
    if (showsCustomer) this.#shown += 1;
  }

  /** An edit, known not to say which customer it means where its sheet has the column under another heading. */
  judged(edit: Edit): Edit {
    const isRenamed = this.#shown * 2 > this.#rows;
    return isRenamed && edit.showsCustomer === false ? { ...edit, customer: { kind: 'renamed' } } : edit;
  }
}
