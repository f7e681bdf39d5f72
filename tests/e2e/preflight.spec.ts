import { foundAt } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { control } from './practice.ts';

test('before an export the screen says what both services say, and what is in the way', async ({
  page,
  screens,
}) => {
  await screens.button('Open the practice company').click();
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
  await control(await screens.addressOf('Salesforce'), 'faults', [rule]);
  await panel.getByRole('button', { name: 'Check again' }).click();
  await expect(panel).toContainText('the describe is not for you');
  await expect(panel.getByLabel('Stops')).toHaveCount(1);
});
