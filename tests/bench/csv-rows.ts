import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { z } from 'zod';

const Row = z.record(z.string(), z.string());
type Row = z.infer<typeof Row>;

/** The rows of a CSV file as they are read, by heading. */
export async function* csvRows(path: string): AsyncGenerator<Row> {
  for await (const row of createReadStream(path).pipe(parse({ columns: true, bom: true })))
    yield Row.parse(row);
}
