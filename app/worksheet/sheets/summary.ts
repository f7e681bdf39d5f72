import type { stream, Worksheet } from 'exceljs';
import type { Environment } from '#shared/datasets.ts';
import { type AccountState, Queue } from '#shared/decisions.ts';
import { Band } from '#shared/pairs.ts';
import type { ReviewSummary } from '#shared/review.ts';
import { confidence, type Sample } from '#shared/sampling.ts';
import { bandWords, queueWords, stateWords } from '#shared/words.ts';
import { fontOf, headingStyle, moneyStyle, styleOf } from '../cell-styles.ts';
import { type CellValue, cellValue, momentOf } from '../column.ts';
import { orderParts } from '../excel-sheet.ts';

/** Where one side's records come from; `at` is ISO 8601. */
export interface SideFacts {
  readonly name: string;
  readonly environment: Environment | null;
  readonly at: string;
  readonly count: number;
}

/** How many pairs of a band there are that are not linked yet, and which share of them is expected to be wrong (0 to 1). */
export interface BandFacts {
  readonly pairs: number;
  readonly undecided: number;
  readonly expectedWrong: number;
}

/** Everything that the sheet "Summary" says. Times are ISO 8601, null for never. */
export interface SummaryFacts {
  readonly projectName: string;
  readonly createdAt: Date;
  readonly author: string;
  readonly matchedAt: string | null;
  readonly salesforce: SideFacts | null;
  readonly quickbooks: SideFacts | null;
  readonly review: ReviewSummary;
  readonly bands: Readonly<Record<Band, BandFacts>>;
  readonly samples: readonly Sample[];
  /** What of the project the other sheets do not show, in a sentence each. */
  readonly limits: readonly string[];
}

type Kind = 'text' | 'count' | 'percent' | 'share' | 'few' | 'date';

/** Finer than elsewhere: here a tenth of a percent matters, and so does a part of a pair. */
const finer = { share: { numFmt: '0.00%' }, few: { numFmt: '#,##0.0' } } as const;
type Cell = { readonly value: CellValue; readonly kind?: Kind; readonly currency?: string };

/** More currencies than these would push the sums off the page; they are the smallest ones. */
const mostCurrencies = 4;

const guide = [
  'Read “Matches” and “Conflicts” and choose what you decide in the column Decision; blank means that nothing is decided. ' +
    'You may sort, filter, delete rows, and move or add columns.',
  'Accounts and customers without a match can be marked create-new or ignore on their own sheets; “Linked already” shows ' +
    'what is wrong with links that exist.',
  'Save the file as a workbook (.xlsx). It changes nothing in Salesforce or QuickBooks: that happens in Counterpart, after ' +
    'a preview.',
];

/** Writes the sheet "Summary": what the workbook is about, how it was made, where everything stands, what to do with it. */
export function writeSummary(workbook: stream.xlsx.WorkbookWriter, facts: SummaryFacts): void {
  const sheet = workbook.addWorksheet('Summary', {
    pageSetup: { orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    views: [{ showGridLines: false }],
    headerFooter: { oddHeader: '&L&A&R&D', oddFooter: '&C&P / &N' },
  });
  sheet.columns = [30, 24, 22, 20, 24, 20].map((width) => ({ width }));
  const page = new Page(sheet);
  page.title(facts.projectName);
  page.block('What to do with this file');
  for (const sentence of guide) page.sentence(sentence);
  made(page, facts);
  standing(page, facts.review);
  sureness(page, facts.bands);
  measured(page, facts.samples);
  if (facts.limits.length > 0) {
    page.block('What is not in this file');
    for (const limit of facts.limits) page.sentence(limit);
  }
  void sheet.protect('', { formatColumns: true, formatRows: true });
  orderParts(sheet);
  sheet.commit();
}

function made(page: Page, { createdAt, author, matchedAt, salesforce, quickbooks }: SummaryFacts): void {
  page.block('How it was made', ['', 'Organisation', 'Environment', 'Read (UTC)', 'Records']);
  page.side('Salesforce accounts', salesforce);
  page.side('QuickBooks customers', quickbooks);
  page.line('Matched (UTC)', [{ value: matchedAt === null ? null : momentOf(matchedAt), kind: 'date' }]);
  page.line('This file (UTC)', [{ value: createdAt, kind: 'date' }, { value: `by ${author}` }]);
}

function standing(page: Page, { queues, states, customersWithoutMatch, receivables }: ReviewSummary): void {
  const shown = receivables.slice(0, mostCurrencies);
  const owed = shown.map(({ currency }) => `Owed, ${currency === '' ? 'no currency' : currency}`);
  page.block('Where the accounts stand', ['Queue', 'Accounts', ...owed]);
  for (const queue of Queue.options) {
    const sums = shown.map(({ currency, queues: sum }) => ({ value: sum[queue], currency }));
    page.line(queueWords[queue], [{ value: queues[queue], kind: 'count' }, ...sums]);
  }
  page.line('All customers', [
    { value: null },
    ...shown.map(({ currency, all }) => ({ value: all, currency })),
  ]);
  page.line('Linked or confirmed', [
    { value: null },
    ...shown.map(({ currency, linked }) => ({ value: linked, currency })),
  ]);
  page.line('Customers without a match', [{ value: customersWithoutMatch, kind: 'count' }]);
  const left = receivables.slice(mostCurrencies).map(({ currency }) => currency);
  if (left.length > 0) page.sentence(`Smaller sums are owed in ${left.join(', ')}, too.`);
  page.block('In which state', ['State', 'Accounts']);
  for (const [state, count] of Object.entries(states)) {
    if (count > 0) page.line(stateWords[state as AccountState], [{ value: count, kind: 'count' }]);
  }
}

function sureness(page: Page, bands: SummaryFacts['bands']): void {
  page.block('How sure the matches are', [
    'Band',
    'Pairs',
    'Undecided',
    'Expected wrong',
    'Wrong pairs expected',
  ]);
  for (const band of Band.options) {
    const { pairs, undecided, expectedWrong } = bands[band];
    page.line(bandWords[band], [
      { value: pairs, kind: 'count' },
      { value: undecided, kind: 'count' },
      { value: pairs === 0 ? null : expectedWrong, kind: 'share' },
      { value: pairs * expectedWrong, kind: 'few' },
    ]);
  }
  page.sentence(
    'Pairs that are not linked yet. What is expected comes from their scores, nobody has checked it.',
  );
}

function measured(page: Page, samples: readonly Sample[]): void {
  if (samples.length === 0) return;
  const interval = `${Math.round(confidence * 100)}% interval`;
  page.block('Blind samples', ['Pairs sampled', 'Answered', 'Measured wrong', interval, 'By', 'Drawn (UTC)']);
  for (const { what, population, pairs, counts, wrong, author, at } of samples) {
    const answered = `${pairs.length - counts.open} of ${pairs.length} (from ${population.toLocaleString('en')})`;
    page.line(what, [
      { value: answered },
      wrong === null ? { value: 'not finished' } : { value: wrong.rate, kind: 'percent' },
      { value: wrong === null ? '' : `${percent(wrong.low)} to ${percent(wrong.high)}` },
      { value: author },
      { value: momentOf(at), kind: 'date' },
    ]);
  }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** A sheet that is read from top to bottom: blocks of lines under a heading. */
class Page {
  readonly #sheet: Worksheet;

  constructor(sheet: Worksheet) {
    this.#sheet = sheet;
  }

  title(text: string): void {
    const row = this.#sheet.addRow([cellValue(text)]);
    row.height = 28;
    row.getCell(1).style = {
      numFmt: '@',
      font: fontOf({ bold: true, size: 18 }),
      alignment: { vertical: 'middle' },
    };
    row.commit();
  }

  /** Begins a block; the first of `headings` is over its lines' names. */
  block(name: string, headings: readonly string[] = []): void {
    this.#sheet.addRow([]).commit();
    const row = this.#sheet.addRow([name]);
    row.getCell(1).style = { font: fontOf({ bold: true, size: 13 }) };
    row.commit();
    if (headings.length === 0) return;
    const under = this.#sheet.addRow([...headings]);
    headings.forEach((heading, at) => {
      const { border, ...style } = headingStyle('result');
      const alignment = { vertical: 'middle', horizontal: at === 0 ? 'left' : 'right' } as const;
      under.getCell(at + 1).style = { ...style, alignment, ...(heading === '' ? {} : { border }) };
    });
    under.commit();
  }

  sentence(text: string): void {
    const row = this.#sheet.addRow([text]);
    this.#sheet.mergeCells(row.number, 1, row.number, 6);
    row.height = 15 * Math.ceil(text.length / 150);
    row.getCell(1).style = { alignment: { wrapText: true, vertical: 'top' } };
    row.commit();
  }

  side(name: string, facts: SideFacts | null): void {
    if (facts === null) return;
    this.line(name, [
      { value: facts.name },
      { value: facts.environment ?? 'from a file' },
      { value: momentOf(facts.at), kind: 'date' },
      { value: facts.count, kind: 'count' },
    ]);
  }

  line(name: string, cells: readonly Cell[]): void {
    const row = this.#sheet.addRow([cellValue(name), ...cells.map(({ value }) => cellValue(value))]);
    row.getCell(1).style = styleOf('text');
    cells.forEach(({ value, kind = 'text', currency }, at) => {
      const plain = kind === 'share' || kind === 'few' ? finer[kind] : styleOf(kind);
      const style = currency === undefined ? plain : moneyStyle(currency);
      if (value !== null) {
        row.getCell(at + 2).style = { ...style, alignment: { horizontal: 'right', vertical: 'top' } };
      }
    });
    row.commit();
  }
}
