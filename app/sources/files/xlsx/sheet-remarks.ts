/** Counts what of a sheet does not come across as text, so that it can be told. */
export class SheetRemarks {
  #errors = 0;
  #withoutResult = 0;
  #merged = 0;

  /** A cell that shows an error such as `#N/A`. */
  error(): void {
    this.#errors += 1;
  }

  /** A formula whose result was never stored: the workbook was made by a program that does not calculate. */
  formulaWithoutResult(): void {
    this.#withoutResult += 1;
  }

  /** Cells that were joined into one. */
  merged(): void {
    this.#merged += 1;
  }

  /** What to tell a person, in sentences. */
  list(): string[] {
    const said: string[] = [];
    if (this.#errors > 0) {
      said.push(
        `${counted(this.#errors, 'cell')} with an error value of Excel (such as #N/A) taken as blank.`,
      );
    }
    if (this.#withoutResult > 0) {
      said.push(
        `${counted(this.#withoutResult, 'formula')} without a stored result taken as blank; open the file in Excel, save it and read it again.`,
      );
    }
    if (this.#merged > 0) {
      said.push(
        `The sheet has ${counted(this.#merged, 'group')} of merged cells; the value counts for the first cell of each only.`,
      );
    }
    return said;
  }
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-US')} ${what}${count === 1 ? '' : 's'}`;
}
