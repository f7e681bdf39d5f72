import type { Customer } from '#shared/records.ts';
import type { FileRecord } from './file-records.ts';

/** The parents that customers of a file refer to, and the ids of those that are referred to by name. */
export class NamedParents {
  readonly #needed = new Set<string>();

  /** Notes a reference to a parent; `''` is none. */
  need(reference: string): void {
    if (reference !== '') this.#needed.add(reference);
  }

  /**
   * The id of each customer that is needed by its whole name; a reference that is an id itself is left out.
   * `again` reads the customers once more, and is called only where it must.
   */
  async find(
    isId: (reference: string) => boolean,
    again: () => AsyncIterable<readonly FileRecord<Customer>[]>,
  ): Promise<ReadonlyMap<string, string>> {
    const ids = new Map<string, string>();
    const names = new Set([...this.#needed].filter((reference) => !isId(reference)));
    if (names.size === 0) return ids;
    for await (const batch of again()) {
      for (const { ownId, record } of batch) {
        if (ownId !== '' && names.has(record.fullyQualifiedName)) {
          ids.set(record.fullyQualifiedName, record.id);
        }
      }
    }
    return ids;
  }
}
