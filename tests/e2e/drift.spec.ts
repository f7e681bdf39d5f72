import { foundAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { control } from './practice.ts';

test('a second export shows what others did meanwhile, and what is confirmed waits until it was looked at', async ({
  page,
  screens,
}) => {
  await screens.button('Open the practice company').click();
  // Here and not before: only a program that has matched matches what changed by itself.
  await screens.button('Export both').click();
  await screens.button('Find matches').click();
  await expect(screens.grid).toBeVisible();
  const first = await screens.activePair();
  await page.keyboard.press('a');
  await screens.movedOn(first);
  const second = await screens.activePair();
  await page.keyboard.press('a');
  await screens.movedOn(second);

  await screens.screen('Sources').click();
  const salesforce = await screens.addressOf('Salesforce');
  await control(salesforce, `records/${first.accountId}`, {
    changes: { Name: 'Quite Another Name Ltd', Phone: '212 555 0199' },
  });
  await screens.button('Export both').click();

  const panel = page.getByRole('region', { name: /^Since the export of/ });
  await panel.getByRole('button', { name: '1 changed' }).click();
  const found = page.getByRole('table', { name: 'What the export found' });
  await expect(found).toContainText('Quite Another Name Ltd');
  await expect(found).toContainText(`confirmed for ${first.customer}`);
  expect(await foundAt(page, { inside: '[role=dialog]' })).toEqual([]);
  await page.keyboard.press('Escape');

  await panel.getByRole('button', { name: 'Look at 1 account' }).click();
  await expect(page.getByRole('tab', { name: 'Changed since 1' })).toHaveAttribute('aria-selected', 'true');
  await expect(screens.activeRow).toContainText('check again');
  const evidence = page.getByRole('complementary', { name: 'Evidence' });
  await expect(evidence).toContainText('Since you confirmed this, the account’s name, phone changed.');
  await expect(evidence).toContainText(`${first.account}`);

  await screens.screen('Write').click();
  await expect(screens.button('Write 1 link')).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Look at it under “Changed since”');

  await screens.screen(/^Review/).click();
  await page.getByRole('tab', { name: 'Changed since 1' }).click();
  await page.keyboard.press('a');
  await expect(page.getByRole('tab', { name: 'Changed since 0' })).toBeVisible();
  await screens.screen(/^Write/).click();
  await expect(screens.button('Write 2 links')).toBeVisible();
});
