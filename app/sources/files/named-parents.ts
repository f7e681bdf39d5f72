/** The parents that customers of a file refer to, and the ids of those that are referred to by name. */
export class NamedParents {
  readonly #needed = new Set<string>();
  /** The whole name and the id of each customer: kept, since reading the file once more takes half as long again. */
  readonly #names: string[] = [];
  readonly #ids: string[] = [];

  /** Notes a customer that has an id, by its whole name. */
  note(name: string, id: string): void {
    this.#names.push(name);
    this.#ids.push(id);
  }

  /** Notes a reference to a parent; `''` is none. */
  need(reference: string): void {
    if (reference !== '') this.#needed.add(reference);
  }

  /** The id of each customer that is needed by its whole name; a reference that is an id itself is left out. */
  find(isId: (reference: string) => boolean): ReadonlyMap<string, string> {
    const ids = new Map<string, string>();
    const needed = new Set([...this.#needed].filter((reference) => !isId(reference)));
    if (needed.size === 0) return ids;
    for (let at = 0; at < this.#names.length; at += 1) {
      const name = this.#names[at] ?? '';
      if (needed.has(name)) ids.set(name, this.#ids[at] ?? '');
    }
    return ids;
  }
}
