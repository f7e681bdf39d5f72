import ExcelJS from 'exceljs';

/** Opens a workbook as another program does, lets it be changed and saves it. */
export async function editWorkbook(path: string, edit: (book: Book) => void): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(path);
  edit(new Book(workbook));
  await workbook.xlsx.writeFile(path);
}

/** A worksheet as a person edits it: by sheet, by the id in its first column and by heading. */
export class Book {
  readonly workbook: ExcelJS.Workbook;

  constructor(workbook: ExcelJS.Workbook) {
    this.workbook = workbook;
  }

  sheet(name: string): ExcelJS.Worksheet {
    const sheet = this.workbook.getWorksheet(name);
    if (sheet === undefined) throw new Error(`no sheet ${name}`);
    return sheet;
  }

  /** The number of the column with this heading. */
  column(sheet: string, heading: string): number {
    const headings = this.sheet(sheet).getRow(1).values as unknown[];
    const place = headings.indexOf(heading);
    if (place < 0) throw new Error(`no column ${heading}`);
    return place;
  }

  rowOf(sheet: string, id: string): ExcelJS.Row {
    let found: ExcelJS.Row | undefined;
    this.sheet(sheet).eachRow((row) => {
      if (row.getCell(1).value === id) found = row;
    });
    if (found === undefined) throw new Error(`no row ${id}`);
    return found;
  }

  /** Writes into the row of an account (`A3`) or of a customer alone (`20`). */
  write(sheet: string, id: string, heading: string, text: string | null): void {
    this.rowOf(sheet, id).getCell(this.column(sheet, heading)).value = text;
  }

  decide(account: number, word: string | null): void {
    this.write('Matches', `A${account}`, 'Decision', word);
  }
}
