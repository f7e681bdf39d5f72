import { expect, test } from '@playwright/test';
import { newHome, startApp } from './app.ts';
import { foundAt } from './axe.ts';

test('the user guide opens beside the window, whole and with its pictures, from this computer alone', async ({
  browser,
}) => {
  const home = newHome();
  const { program, address } = await startApp(home.path);
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    const opening = context.waitForEvent('page');
    await page.getByRole('button', { name: 'User guide' }).click();
    const guide = await opening;
    const asked: string[] = [];
    guide.on('request', (request) => asked.push(request.url()));
    await guide.reload();
    await expect(guide.getByRole('heading', { name: 'User guide', level: 1 })).toBeVisible();
    const pictures = guide.getByRole('img');
    await expect(pictures.last()).toHaveJSProperty('complete', true);
    const widths = await pictures.evaluateAll((all: { readonly naturalWidth: number }[]) =>
      all.map(({ naturalWidth }) => naturalWidth),
    );
    expect(widths.filter((width) => width === 0)).toEqual([]);
    await guide.getByRole('navigation').getByRole('link', { name: 'Undo' }).click();
    await expect(guide.getByRole('heading', { name: 'Undo', level: 1 })).toBeInViewport();
    expect(asked.filter((url) => !url.startsWith(new URL(address).origin))).toEqual([]);
    expect(await foundAt(guide, { inDark: true })).toEqual([]);
    await context.close();
  } finally {
    await program.stop();
    home.remove();
  }
});
