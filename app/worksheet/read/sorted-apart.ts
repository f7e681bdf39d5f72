import type { Edit } from './edit.ts';

/** Fewer rows may well have been given each other's customers by hand. */
const FEWEST = 5;

/**
 * Tells a sheet whose customers were sorted or pasted apart from its accounts from one in which a person chose some anew:
 * most of its rows then show a customer that another row was made with.
 */
export class SortedApart {
  #rows = 0;
  readonly #made = new Set<string>();

  /** Takes in a row, edited or not. */
  note({ subject }: Edit['mark']): void {
    if (subject.kind !== 'account' || subject.customerId === null) return;
    this.#rows += 1;
    this.#made.add(subject.customerId);
  }

  /** Whether that is what these edits, which are all of the sheet, come from. */
  isSo(edits: readonly Edit[]): boolean {
    const others = edits.filter(
      ({ customer, mark }) =>
        customer.kind === 'other' && mark.subject.customerId !== null && this.#made.has(customer.typed),
    );
    return others.length >= FEWEST && others.length * 2 > this.#rows;
  }
}
