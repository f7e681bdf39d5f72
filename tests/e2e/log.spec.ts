import { expect, test } from '@playwright/test';
import { newHome, startApp } from './app.ts';
import { seriousAt } from './axe.ts';

test('what the program did is shown by a command, with codes and no names, and can be copied', async ({
  browser,
}) => {
  const home = newHome();
  const { program, address } = await startApp(home.path);
  try {
    // axe injects its own script, which the app's policy would refuse.
    const context = await browser.newContext({
      bypassCSP: true,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('button', { name: 'Open the practice company' }).click();
    await page.getByRole('button', { name: 'Export both' }).click();
    await expect(page.getByRole('button', { name: 'Find matches' })).toBeEnabled();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('what the program did');
    await page.keyboard.press('Enter');
    const log = page.getByRole('region', { name: 'Log, the newest first' });
    await expect(log.getByRole('row').nth(1)).toContainText(/Ran\s*export\s*done/);
    expect(await seriousAt(page)).toEqual([]);
    await page.getByRole('button', { name: 'Copy for support' }).click();
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(JSON.parse(copied).project).toMatchObject({ practice: true, accounts: 1_182 });
    expect(copied).not.toContain(home.path);
    await context.close();
  } finally {
    await program.stop();
    home.remove();
  }
});
