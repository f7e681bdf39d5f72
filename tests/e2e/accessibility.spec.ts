import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { newHome, type Program, startApp } from './app.ts';
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

async function expectNothingSerious(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${where}: ${id} at ${nodes[0]?.target.join(' ')}`)).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing serious on any screen, ${colorScheme}`, async ({ browser }) => {
    const app = await startApp(home.path);
    program = app.program;
    // axe injects its own script, which the app's policy would refuse.
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const screen = new ReviewPage(page);
    await page.goto(app.address);

    await expect(screen.button('Open the practice company')).toBeVisible();
    await expectNothingSerious(page, 'start');
    await screen.button('Open the practice company').click();
    await expect(screen.button('Export both')).toBeVisible();
    await expectNothingSerious(page, 'sources');
    for (const service of ['Salesforce', 'QuickBooks']) {
      await page.getByRole('region', { name: service }).getByRole('button', { name: 'Connect' }).click();
      await expect(screen.button('Sign in')).toBeVisible();
      await expectNothingSerious(page, `connect to ${service}`);
      await screen.button('Sign in').click();
      await expect(screen.button('Cancel the sign-in')).toBeVisible();
      await expectNothingSerious(page, `waiting for ${service}`);
      await screen.button('Cancel the sign-in').click();
      await expect(screen.button('Sign in')).toBeVisible();
      await page.keyboard.press('Escape');
    }
    await screen.button('Export both').click();
    await screen.button('Find matches').click();
    await expect(screen.activeRow).toBeVisible();
    await page.keyboard.press('a');
    await expect(screen.button('Preview 1 link')).toBeEnabled();
    await expectNothingSerious(page, 'review');
    await page.keyboard.press('m');
    await expect(page.getByRole('combobox', { name: 'Search customers' })).toBeVisible();
    await expectNothingSerious(page, 'search');
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: /^Conflicts/ }).click();
    await expectNothingSerious(page, 'conflicts');
    for (const [name, visible] of [
      ['Worksheet', screen.button('Save worksheet')],
      ['Write', screen.button('Write 1 link')],
      ['History', page.getByRole('heading', { name: 'History' })],
    ] as const) {
      await screen.screen(name).click();
      await expect(visible).toBeVisible();
      await expectNothingSerious(page, name);
    }
    await context.close();
  });
}
