import type { FileKind, SampleRecord } from '#shared/files.ts';
import { addressLine } from '#shared/record-fields.ts';
import { accountReader } from '../account-of.ts';
import type { AccountField } from '../columns/account-layout.ts';
import type { ContactField } from '../columns/contact-layout.ts';
import type { CustomerField } from '../columns/customer-layout.ts';
import type { Head } from '../columns/find-head.ts';
import { customerReader } from '../customer-of.ts';
import { Fields } from '../fields.ts';
import { collectProblems } from '../problems.ts';
import { reportRow } from '../report-rows.ts';
import type { Row } from '../rows.ts';

const MOST = 5;

/** The first records of a file as they will be read. */
export function sampleRecords(kind: FileKind, head: Head<string>, below: readonly Row[]): SampleRecord[] {
  const read = readers[kind](head);
  const records: SampleRecord[] = [];
  for (const row of below) {
    if (records.length === MOST) break;
    if (row.cells.every((cell) => cell.trim() === '') || reportRow(row.cells) !== null) continue;
    const record = read(row);
    if (record !== null) records.push(record);
  }
  return records;
}

type Read = (row: Row) => SampleRecord | null;

const readers: Readonly<Record<FileKind, (head: Head<string>) => Read>> = {
  accounts(head) {
    const read = accountReader(fieldsOf<AccountField>(head), collectProblems());
    return (row) => {
      const found = read(row);
      if (found === null) return null;
      const { name, phone, emails, website, billing } = found.record;
      const email = emails.join(', ');
      const address = addressLine(billing);
      return { row: row.number, id: found.ownId ?? '', name, phone, email, website, address };
    };
  },
  customers(head) {
    const read = customerReader(fieldsOf<CustomerField>(head), collectProblems());
    return (row) => {
      const found = read(row);
      if (found === null) return null;
      const { fullyQualifiedName: name, phone, email, website, billing } = found.record;
      const address = addressLine(billing);
      return { row: row.number, id: found.ownId ?? '', name, phone, email, website, address };
    };
  },
  contacts(head) {
    const fields = fieldsOf<ContactField>(head);
    const [idOf, emailsOf] = [fields.text('accountId'), fields.texts('emails')];
    return (row) => {
      const email = emailsOf(row).join(', ');
      return { row: row.number, id: idOf(row), name: '', phone: '', email, website: '', address: '' };
    };
  },
};

function fieldsOf<F extends string>({ columns, headings }: Head<string>): Fields<F> {
  return new Fields<F>(columns as Head<F>['columns'], headings);
}
