import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { root } from '../../main/built.ts';
import { type Book, editWorkbook } from '../app/engine/edit-workbook.ts';
import { control } from '../e2e/practice.ts';
import { ReviewPage } from '../e2e/review-page.ts';
import { onStage } from './stage.ts';
import { type Stops, stopsOn } from './stops.ts';

/** `npm run pictures:guide`: takes every picture of the user guide anew, from the practice company, into docs/guide/pictures. */
const folder = join(root, 'docs', 'guide', 'pictures');
const fixture = (name: string) => join(root, 'tests/fixtures/files', name);

/** The stops of a way, and a picture of a part of the page by itself. */
interface GuideStops extends Stops {
  readonly part: (name: string, part: Locator) => Promise<void>;
  readonly dialog: Locator;
  /** Closes the dialog, and lets the focus go back to where it was. */
  readonly close: () => Promise<void>;
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const pathOf = (name: string) => join(folder, `${name}.png`);

await onStage({ width: 1200, height: 700 }, async (page) => {
  const stops: GuideStops = {
    ...stopsOn(page, async (name) => void (await page.screenshot({ path: pathOf(name) }))),
    part: async (name, part) => void (await part.screenshot({ path: pathOf(name) })),
    dialog: page.getByRole('dialog'),
    async close() {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await page.waitForTimeout(200);
    },
  };
  await beginning(stops);
  await matching(stops);
  await reviewing(stops);
  await manyAtOnce(stops);
  await onPaper(stops);
  await creating(stops);
  await writing(stops);
  await undoing(stops);
});

/** From the first screen to both sides exported. */
async function beginning({ page, take, part, button, settle, dialog, close }: GuideStops): Promise<void> {
  await button('Open the practice company').waitFor();
  await firstScreen(page);
  await button('Open the practice company').click();
  await page.getByText('API calls are left today').waitFor();
  await settle();
  await take('sources');
  await page.getByRole('region', { name: 'Salesforce' }).getByRole('button', { name: 'Connect' }).click();
  await button('Sign in').waitFor();
  await settle();
  await part('connect', dialog);
  await close();
  await button('Choose accounts').click();
  await dialog.getByRole('status').waitFor();
  await settle();
  await part('choose-accounts', dialog);
  await close();
  await button('Import files…').click();
  for (const [what, file] of [
    ['accounts', 'salesforce-report.csv'],
    ['customers', 'quickbooks-online-contact-list.csv'],
  ] as const) {
    await page.getByLabel(`File with ${what}`, { exact: true }).setInputFiles(fixture(file));
  }
  await settle();
  await part('import-files', dialog);
  await close();
  await button('Export both').click();
  await page.getByRole('button', { name: 'Find matches', disabled: false }).waitFor();
}

/** The first screen down to its buttons: below them stands a folder of this machine. */
async function firstScreen(page: Page): Promise<void> {
  const [top, end] = await Promise.all([
    page.getByRole('heading', { name: 'Counterpart' }).boundingBox(),
    page.getByRole('button', { name: 'New project…' }).boundingBox(),
  ]);
  if (top === null || end === null) throw new Error('the first screen is not as it was');
  const clip = {
    x: top.x - 24,
    y: top.y - 24,
    width: top.width + 48,
    height: end.y + end.height - top.y + 36,
  };
  await page.screenshot({ path: pathOf('start'), clip });
}

async function matching({ page, part, button, screen, settle }: GuideStops): Promise<void> {
  const panel = page.getByRole('region', { name: 'Matching' });
  await panel.scrollIntoViewIfNeeded();
  await settle();
  await part('matching', panel);
  await button('Find matches').click();
  await page.getByRole('grid', { name: 'Review' }).waitFor();
  await screen(/^Review/).click();
  await button('Got it').click();
  await settle();
}

async function reviewing(stops: GuideStops): Promise<void> {
  const { page, take, part, settle, dialog, close } = stops;
  const table = page.getByRole('grid', { name: 'Review' });
  await table.focus();
  for (const key of ['a', 'a', 'a', 'x']) {
    await page.keyboard.press(key);
    await settle();
  }
  await take('review');
  await part('evidence', page.getByRole('complementary', { name: 'Evidence' }));
  await page.keyboard.press('m');
  await page.getByRole('combobox', { name: 'Search customers' }).fill('supply');
  await settle();
  await part('search', dialog);
  await close();
  await page.keyboard.press('?');
  await settle();
  await part('keys', dialog);
  await close();
  await page.getByRole('tab', { name: /^Conflicts/ }).click();
  await settle();
  await page.keyboard.press('v');
  await settle();
  await part('conflict', dialog);
  await close();
  await page.getByRole('tab', { name: /^Suggested/ }).click();
  await settle();
}

/** Accounts to be created as customers, and all the rest at once. */
async function manyAtOnce({
  page,
  take,
  part,
  button,
  settle,
  dialog,
  close,
  command,
}: GuideStops): Promise<void> {
  for (let marked = 0; marked < 4; marked++) {
    await page.keyboard.press('n');
    await settle();
  }
  await button(/^Filter/).click();
  await page.getByRole('checkbox', { name: /^certain/ }).check();
  await settle();
  await take('filters');
  await page.getByRole('grid', { name: 'Review' }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+A');
  await settle();
  await part('many', dialog);
  await dialog.getByRole('button', { name: /^Confirm \d/ }).click();
  await page.getByText(/pairs confirmed\./).waitFor();
  await close();
  await command('Clear all filters');
  await button(/^Filter/).click();
  await button('History of decisions').click();
  await settle();
  await part('decisions', dialog);
  await close();
}

/** The worksheet out and back in, and the summary. */
async function onPaper({
  page,
  take,
  part,
  button,
  screen,
  settle,
  dialog,
  close,
}: GuideStops): Promise<void> {
  await screen(/^Worksheet/).click();
  await settle();
  await take('worksheet');
  await button('Open summary…').click();
  await settle();
  await part('summary', dialog);
  await close();
  await button('Save worksheet').click();
  const link = page.getByRole('link', { name: 'Download worksheet' });
  await link.waitFor();
  const downloading = page.waitForEvent('download');
  await link.click();
  const worksheet = join(tmpdir(), 'Practice company reviewed.xlsx');
  await (await downloading).saveAs(worksheet);
  await editWorkbook(worksheet, (book) => {
    const [first, second, third] = undecidedIn(book);
    book.write('Matches', first, 'Decision', 'confirm');
    book.write('Matches', second, 'Decision', 'perhaps');
    book.write('Matches', third, 'Comment', 'Ask the branch in Reno');
  });
  await page.getByLabel('File with a worksheet', { exact: true }).setInputFiles(worksheet);
  await page.getByRole('heading', { name: /^What .* says$/ }).waitFor();
  await settle();
  await take('worksheet-read');
  rmSync(worksheet);
}

/** The accounts of three matches that nobody has decided. */
function undecidedIn(book: Book): [string, string, string] {
  const decision = book.column('Matches', 'Decision');
  const ids: string[] = [];
  book.sheet('Matches').eachRow((row) => {
    if (row.getCell(decision).text === '') ids.push(row.getCell(1).text);
  });
  const [first = '', second = '', third = ''] = ids;
  return [first, second, third];
}

async function creating(stops: GuideStops): Promise<void> {
  const { page, take, part, button, settle, dialog, close, command } = stops;
  await command('Preview customers to create in QuickBooks');
  const table = page.getByRole('table', { name: 'Customers to create' });
  await table.waitFor();
  await settle();
  await take('create-customers');
  await table.getByRole('row').nth(1).getByRole('button').click();
  await settle();
  await part('new-customer', dialog);
  await close();
  for (const box of await page.getByLabel(/^I have looked/).all()) await box.check();
  await button(/^Create \d+ customer/).click();
  await page.getByText(/customers? created, and/).waitFor();
}

async function writing(stops: GuideStops): Promise<void> {
  const { page, take, button, screen, settle, command } = stops;
  await screen(/^Sources/).click();
  const salesforce = await new ReviewPage(page).addressOf('Salesforce');
  await command('Preview what would be written');
  await button('Got it').click();
  await settle();
  await take('write');
  await acceptAndWrite(stops);
  await page.getByText(/^\d+ accounts now carry/).waitFor();
  await settle();
  await take('written');
  await trouble(stops, salesforce);
}

/** What a run looks like whose first five links do not come out as planned. */
async function trouble(stops: GuideStops, salesforce: string): Promise<void> {
  const { page, take, button, screen, settle, command } = stops;
  await screen(/^Review/).click();
  await page.getByRole('tab', { name: /^Conflicts/ }).click();
  const table = page.getByRole('grid', { name: 'Review' });
  await table.focus();
  await settle();
  for (let settled = 0; settled < 24; settled++) {
    await page.keyboard.press('1');
    await page.waitForTimeout(120);
  }
  await control(salesforce, 'faults', [
    {
      match: {},
      times: 5,
      fault: 'record-error',
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Fill in the region first',
    },
  ]);
  await command('Preview what would be written');
  await settle();
  await acceptAndWrite(stops);
  await page.getByText('did not come out as planned').first().waitFor();
  await settle();
  await take('held');
  await button('Leave the rest out').click();
  await page.getByText('planned, never sent').waitFor();
}

async function acceptAndWrite({ page, button }: GuideStops): Promise<void> {
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await button(/^Write [\d,]+ links$/).click();
}

async function undoing({ page, take, button, screen, settle }: GuideStops): Promise<void> {
  await screen(/^History/).click();
  await settle();
  await take('history');
  await button('Run 1, new customers').click();
  await button('Undo this run…').click();
  await page.getByText(/^The run created customers/).waitFor();
  await settle();
  await take('undo');
}
