import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The page that holds the table. */
export const page = fileURLToPath(new URL('../../docs/faults.md', import.meta.url));

const begin = '<!-- table: begin -->';
const end = '<!-- table: end -->';

/** A row of the table. */
export interface Row {
  readonly fault: string;
  readonly during: string;
  readonly outcome: string;
}

/** The table as Markdown, one part under each heading. */
export function tableOf(parts: Readonly<Record<string, readonly Row[]>>): string {
  const cell = (text: string) => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
  return Object.entries(parts)
    .map(([heading, rows]) => {
      const lines = rows.map(
        ({ fault, during, outcome }) => `| ${cell(fault)} | ${cell(during)} | ${cell(outcome)} |`,
      );
      return [
        `### ${heading}`,
        '',
        '| what goes wrong | during | what comes of it |',
        '| --- | --- | --- |',
        ...lines,
      ].join('\n');
    })
    .join('\n\n');
}

/** The table as it stands on the page. */
export function tableOnPage(): string {
  const text = readFileSync(page, 'utf8');
  return text.slice(text.indexOf(begin) + begin.length, text.indexOf(end)).trim();
}

/** The page with this table in place of the one it has. */
export function pageWith(table: string): string {
  const text = readFileSync(page, 'utf8');
  return `${text.slice(0, text.indexOf(begin) + begin.length)}\n\n${table}\n\n${text.slice(text.indexOf(end))}`;
}
