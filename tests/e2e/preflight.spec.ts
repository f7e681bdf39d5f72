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

test('before an export the screen says what both services say, and what is in the way', async ({ page }) => {
  const app = await startApp(home.path);
  program = app.program;
  const screen = new ReviewPage(page);
  await page.goto(app.address);
  await screen.button('Open the practice company').click();
  const panel = page.getByRole('region', { name: 'Before you export' });
  await expect(panel).toContainText('Signed in to');
  await expect(panel).toContainText('qime__QB_ID__c can be written');
  await expect(panel).toContainText('API calls are left today');
  await expect(panel).toContainText('The names of');
  expect(await foundAt(page, { inside: '[aria-labelledby="preflight-heading"]' })).toEqual([]);

  const refusal = [{ message: 'the describe is not for you', errorCode: 'INSUFFICIENT_ACCESS' }];
  const rule = {
    match: { pathIncludes: '/describe' },
    times: 5,
    fault: 'status',
    status: 403,
    body: refusal,
  };
  await control(await screen.addressOf('Salesforce'), 'faults', [rule]);
  await panel.getByRole('button', { name: 'Check again' }).click();
  await expect(panel).toContainText('the describe is not for you');
  await expect(panel.getByLabel('Stops')).toHaveCount(1);
});
