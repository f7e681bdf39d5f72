import { expect, test } from '@playwright/test';
import { newHome, type Program, startApp } from './app.ts';
import { foundAt } from './axe.ts';
import { control } from './practice.ts';
import { ReviewPage } from './review-page.ts';

let home: ReturnType<typeof newHome>;
let program: Program;

test.beforeEach(() => {
  home = newHome();
});
test.afterEach(async () => {
  await program.stop();
  home.remove();
});

test('a second export shows what others did meanwhile, and what is confirmed waits until it was looked at', async ({
  page,
}) => {
  const app = await startApp(home.path);
  program = app.program;
  const screen = new ReviewPage(page);
  await page.goto(app.address);
  await screen.button('Open the practice company').click();
  // Here and not before: only a program that has matched matches what changed by itself.
  await screen.button('Export both').click();
  await screen.button('Find matches').click();
  await expect(screen.grid).toBeVisible();
  const first = await screen.activePair();
  await page.keyboard.press('a');
  await screen.movedOn(first);
  const second = await screen.activePair();
  await page.keyboard.press('a');
  await screen.movedOn(second);

  await screen.screen('Sources').click();
  const salesforce = await screen.addressOf('Salesforce');
  await control(salesforce, `records/${first.accountId}`, {
    changes: { Name: 'Quite Another Name Ltd', Phone: '212 555 0199' },
  });
  await screen.button('Export both').click();

  const panel = page.getByRole('region', { name: /^Since the export of/ });
  await panel.getByRole('button', { name: '1 changed' }).click();
  const found = page.getByRole('table', { name: 'What the export found' });
  await expect(found).toContainText('Quite Another Name Ltd');
  await expect(found).toContainText(`confirmed for ${first.customer}`);
  expect(await foundAt(page, { inside: '[role=dialog]' })).toEqual([]);
  await page.keyboard.press('Escape');

  await panel.getByRole('button', { name: 'Look at 1 account' }).click();
  await expect(page.getByRole('tab', { name: 'Changed since 1' })).toHaveAttribute('aria-selected', 'true');
  await expect(screen.activeRow).toContainText('check again');
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await expect(evidence).toContainText('Since you confirmed this, the account’s name, phone changed.');
  await expect(evidence).toContainText(`${first.account}`);

  await screen.screen('Write').click();
  await expect(screen.button('Write 1 link')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Look at it under “Changed since”');

  await screen.screen(/^Review/).click();
  await page.getByRole('tab', { name: 'Changed since 1' }).click();
  await page.keyboard.press('a');
  await expect(page.getByRole('tab', { name: 'Changed since 0' })).toBeVisible();
  await screen.screen(/^Write/).click();
  await expect(screen.button('Write 2 links')).toBeVisible();
});
