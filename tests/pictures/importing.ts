import { join } from 'node:path';
import { root } from '../../main/built.ts';
import type { Stops } from './stops.ts';

const fixture = (name: string) => join(root, 'tests/fixtures/files', name);

/** A new project whose records come from files: recognised, said by the person, and nothing that can be read. */
export async function importing({ page, take, button, screen, settle }: Stops): Promise<void> {
  await button(/^Project /).click();
  await page.getByRole('menuitem', { name: 'Close project' }).click();
  await button('New project…').click();
  await page.getByRole('dialog').getByRole('textbox').fill('From files');
  await page.keyboard.press('Enter');
  await screen(/^Sources/).click();
  await button('Import files…').click();
  await settle();
  await take('import-empty');
  const choose = async (what: string, file: string) =>
    await page.getByLabel(`File with ${what}`, { exact: true }).setInputFiles(fixture(file));
  await choose('accounts', 'german.csv');
  await choose('customers', 'quickbooks-online-contact-list.csv');
  await settle();
  await take('import-mapping');
  await choose('accounts', 'salesforce-report.csv');
  await settle();
  await take('import');
  await choose('contacts', 'README.txt');
  await settle();
  await take('import-refused');
}
