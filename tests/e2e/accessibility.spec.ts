import type { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from '@playwright/test';
import { axeAt, everyWay, seriousBy } from './axe.ts';
import { expect, test } from './fixtures.ts';
import { ReviewPage } from './review-page.ts';

async function expectNothingSeriousBy(axe: AxeBuilder, where: string): Promise<void> {
  expect.soft(await seriousBy(axe), where).toEqual([]);
}

/** Says of the element with the focus what it is and whether that is seen: text, because it runs in the page. */
const focusInPage = `(() => {
  const outlined = (one) => {
    const style = getComputedStyle(one);
    return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1;
  };
  const element = document.activeElement;
  const name = element.tagName + ' ' + (element.getAttribute('aria-label') ?? element.textContent.slice(0, 30));
  // The table shows the focus on its active row.
  const byRow = element.getAttribute('role') === 'grid' && element.querySelector('[data-active=true]') !== null;
  return { name, seen: byRow || outlined(element) || outlined(element.parentElement) };
})()`;

/** Goes through a screen with Tab and expects the focus to be seen at every stop. */
async function expectFocusSeen(page: Page, where: string): Promise<void> {
  const met = new Set<string>();
  for (let stops = 0; stops < 60; stops++) {
    await page.keyboard.press('Tab');
    // Past the last stop the focus is with the browser, and comes back to the first.
    if ((await page.locator(':focus').count()) === 0) continue;
    const { name, seen } = await page.evaluate<{ name: string; seen: boolean }>(focusInPage);
    if (met.has(name)) continue;
    met.add(name);
    expect.soft(seen, `${where}: the focus on ${name}`).toBe(true);
  }
  expect(met.size).toBeGreaterThan(3);
}

/** A way to look at the window, and what of it can differ from the first: colours in dark, all else at high zoom. */
interface Way {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly looksAt: (axe: AxeBuilder) => AxeBuilder;
}

const ways: readonly Way[] = [
  { name: 'light', options: { colorScheme: 'light' }, looksAt: (axe) => axe },
  {
    name: 'dark',
    options: { colorScheme: 'dark' },
    looksAt: (axe) => axe.withRules(['color-contrast']),
  },
  {
    name: 'at 200% zoom with less motion',
    options: { colorScheme: 'light', reducedMotion: 'reduce', viewport: { width: 640, height: 400 } },
    looksAt: (axe) => axe.disableRules(['color-contrast']),
  },
];

/** Each way through all screens takes a minute: the tests go the first one, `npm run audit:access` all of them. */
const gone = everyWay ? ways : ways.slice(0, 1);

for (const { name: way, options, looksAt } of gone) {
  test(`axe finds nothing serious on any screen, ${way}`, async ({ browser, app }) => {
    // axe injects its own script, which the app's policy would refuse.
    const context = await browser.newContext({ ...options, bypassCSP: true });
    const page = await context.newPage();
    const screen = new ReviewPage(page);
    const expectNothingSerious = (where: string) => expectNothingSeriousBy(looksAt(axeAt(page)), where);
    /** What is behind an open dialog cannot be reached, and was looked at without it. */
    const expectNothingSeriousInDialog = (where: string) =>
      expectNothingSeriousBy(looksAt(axeAt(page)).include('[role=dialog]'), where);
    const open = async (name: string) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Search commands' }).fill(name);
      await page
        .getByRole('option')
        .filter({ has: page.getByText(name, { exact: true }) })
        .click();
      await expect(page.getByRole('dialog', { name: 'Commands' })).toBeHidden();
    };
    const closeDialog = async () => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    };
    /** Both previews of records to create, and the dialogs over them. */
    const expectNothingSeriousInCreating = async () => {
      await open('Queue: Suggested');
      await expect(screen.grid).toBeFocused();
      await page.keyboard.press('n');
      // In a narrow window the last queues are in a menu.
      const tab = page.getByRole('tab', { name: /^Customers without match/ });
      if (!(await tab.isVisible())) await screen.button(/^More/).click();
      await tab.or(page.getByRole('menuitem', { name: /^Customers/ })).click();
      await expect(page.getByRole('grid', { name: 'Customers without match' })).toBeFocused();
      await page.keyboard.press('n');
      for (const [command, records] of [
        ['Preview customers to create in QuickBooks', 'Customers to create'],
        ['Preview accounts to create in Salesforce', 'Accounts to create'],
      ] as const) {
        await open(command);
        const table = page.getByRole('table', { name: records });
        await expect(table).toBeVisible();
        await expectNothingSerious(records);
        await screen.button('Fields of all…').click();
        await expectNothingSeriousInDialog(`${records}: fields of all`);
        await closeDialog();
        await table.getByRole('row').nth(1).getByRole('button').click();
        await expectNothingSeriousInDialog(`${records}: one`);
        await closeDialog();
      }
    };
    await page.goto(await app.start());

    await expect(screen.button('Open the practice company')).toBeVisible();
    await expectNothingSerious('start');
    for (const name of ['New project…', 'Open a project file…']) {
      await screen.button(name).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNothingSeriousInDialog(name);
      await closeDialog();
    }
    await screen.button('Open the practice company').click();
    await expect(screen.button('Export both')).toBeVisible();
    await expectNothingSerious('sources');
    await expectFocusSeen(page, 'sources');
    for (const service of ['Salesforce', 'QuickBooks']) {
      await page.getByRole('region', { name: service }).getByRole('button', { name: 'Connect' }).click();
      await expect(screen.button('Sign in')).toBeVisible();
      await expectNothingSeriousInDialog(`connect to ${service}`);
      await screen.button('Sign in').click();
      await expect(screen.button('Cancel the sign-in')).toBeVisible();
      await expectNothingSeriousInDialog(`waiting for ${service}`);
      await screen.button('Cancel the sign-in').click();
      await expect(screen.button('Sign in')).toBeVisible();
      await page.keyboard.press('Escape');
    }
    await open('Go to Review');
    await expectNothingSerious('review without data');
    await open('Export both');
    await expect(screen.button('Find matches')).toBeEnabled();
    await open('Find matches');
    await expect(screen.activeRow).toBeVisible();
    await expectNothingSerious('review with its hint');
    await page.keyboard.press('a');
    await expect(screen.button('Preview 1 link')).toBeEnabled();
    await expectNothingSerious('review');
    await expectFocusSeen(page, 'review');
    await open('Back to the table');
    await expect(screen.grid).toBeFocused();
    await page.keyboard.press('m');
    await expect(page.getByRole('combobox', { name: 'Search customers' })).toBeVisible();
    await expectNothingSeriousInDialog('search');
    await closeDialog();
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeVisible();
    await expectNothingSeriousInDialog('palette');
    await page.keyboard.type('qqqqzzzz');
    await expect(page.getByText('No command found')).toBeVisible();
    await expectNothingSeriousInDialog('palette without a command');
    await closeDialog();
    for (const [command, dialog] of [
      ['All keys', 'Keys'],
      ['Change keys…', 'Change keys'],
      ['History of decisions…', 'History of decisions'],
      ['What the program did…', 'What the program did'],
    ] as const) {
      await open(command);
      await expect(page.getByRole('dialog', { name: dialog })).toBeVisible();
      await expectNothingSeriousInDialog(dialog);
      await closeDialog();
    }
    await screen.button(/^Filter/).click();
    await expect(page.getByText('Sort by').first()).toBeVisible();
    await expectNothingSerious('facets');
    if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
    else await screen.button(/^Filter/).click();
    await page.getByRole('textbox', { name: 'Filter rows' }).fill('qqqqzzzz');
    await expect(page.getByText('No row fits the filter')).toBeVisible();
    await expectNothingSerious('no row');
    await screen.button('Clear the filter').first().click();
    for (const queue of ['Conflicts', 'No match', 'Link problems', 'Failed', 'Done', 'Linked']) {
      await open(`Queue: ${queue}`);
      await expect(page.getByRole('tab', { name: new RegExp(`^${queue} `), selected: true })).toBeVisible();
      await expectNothingSerious(queue);
    }
    for (const [name, visible] of [
      ['Worksheet', screen.button('Save worksheet')],
      ['Write', screen.button('Write 1 link')],
      ['History', page.getByRole('heading', { name: 'History' })],
    ] as const) {
      await screen.screen(name).click();
      await expect(visible).toBeVisible();
      await expectNothingSerious(name);
    }
    await open('Go to Write');
    await expectFocusSeen(page, 'write');
    for (const box of await page.getByRole('checkbox').all()) await box.check();
    await screen.button('Write 1 link').click();
    await expect(page.getByRole('table', { name: 'Journal' })).toBeVisible();
    await expectNothingSerious('written');
    await open('Go to Sources');
    await expect(screen.button('Export both')).toBeVisible();
    await expectNothingSerious('sources with data');
    await expectNothingSeriousInCreating();
    await screen.screen('History').click();
    await screen.button('Run 1').click();
    await expectNothingSerious('a run');
    await screen.button('Undo this run…').click();
    await expect(screen.button('Restore 1 account')).toBeVisible();
    await expectNothingSerious('undo');
    await context.close();
  });
}
