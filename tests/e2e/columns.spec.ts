import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import type { ReviewPage } from './review-page.ts';

test.use({ begin: 'matched' });

/** The headings of the table, or one of them. */
const headingsOf = ({ grid }: ReviewPage, name?: string) =>
  grid.getByRole('columnheader', name === undefined ? {} : { name, exact: true });

/** The names of the columns from left to right. */
const columns = (screens: ReviewPage) => headingsOf(screens).allInnerTexts();

/** Where an element is from left to right, and its middle from top to bottom. */
async function edgesOf(element: Locator): Promise<{ left: number; right: number; middle: number }> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await element.boundingBox()) ?? {};
  return { left: x, right: x + width, middle: y + height / 2 };
}

async function widthOf(element: Locator): Promise<number> {
  const { left, right } = await edgesOf(element);
  return right - left;
}

/** Presses at one place and moves the mouse to another, without letting go. */
async function drag(page: Page, from: number, to: number, y: number): Promise<void> {
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move((from + to) / 2, y, { steps: 4 });
  await page.mouse.move(to, y, { steps: 4 });
}

test('more columns than fit, pinned, resized and dragged to other places, stay so and scroll together', async ({
  page,
  screens,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await screens.openReview();
  await expect(screens.grid).toBeVisible();

  await screens.button('Columns…').click();
  const dialog = page.getByRole('dialog', { name: 'Columns' });
  const more = ['Account city', 'Customer city', 'Customer status', 'Band', 'Rivals', 'Account id'];
  for (const name of more) {
    const box = dialog.getByRole('checkbox', { name: `Show ${name}` });
    await box.click();
    await expect(box).toBeChecked();
  }
  const pinAccount = dialog.getByRole('button', { name: 'Pin Account', exact: true });
  await pinAccount.click();
  await expect(pinAccount).toHaveAttribute('aria-pressed', 'true');
  const pinScore = dialog.getByRole('button', { name: 'Pin Score', exact: true });
  await pinScore.click();
  await expect(pinScore).toHaveAttribute('aria-pressed', 'true');
  // By key, a column moves in the dialog.
  await dialog.getByRole('button', { name: 'Move State up' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Done' }).click();
  const first = ['Account', 'Score', 'Customer', 'Why', 'State', 'Balance', ...more];
  await expect.poll(() => columns(screens)).toEqual(first);

  // Dragging the edge makes a column wider and moves nothing.
  const why = await edgesOf(headingsOf(screens, 'Why'));
  await drag(page, why.right - 2, why.right + 58, why.middle);
  await page.mouse.up();
  await expect.poll(() => widthOf(headingsOf(screens, 'Why'))).toBeGreaterThan(why.right - why.left + 50);
  expect(await columns(screens)).toEqual(first);

  // Escape takes a drag back, and the click at its end sorts nothing.
  const dragBalance = async () => {
    const [balance, customer] = [headingsOf(screens, 'Balance'), headingsOf(screens, 'Customer')];
    const { left, middle } = await edgesOf(balance);
    await drag(page, left + 20, (await edgesOf(customer)).left + 10, middle);
  };
  await dragBalance();
  await page.keyboard.press('Escape');
  await page.mouse.up();
  expect(await columns(screens)).toEqual(first);
  await dragBalance();
  await page.mouse.up();
  const dragged = ['Account', 'Score', 'Balance', 'Customer', 'Why', 'State', ...more];
  await expect.poll(() => columns(screens)).toEqual(dragged);
  await expect(headingsOf(screens, 'Balance')).toHaveAttribute('aria-sort', 'none');

  // A pinned column stays among the pinned ones however far it is dragged.
  const account = await edgesOf(headingsOf(screens, 'Account'));
  await drag(page, account.left + 30, (await edgesOf(headingsOf(screens, 'Why'))).right, account.middle);
  await page.mouse.up();
  const last = ['Score', 'Account', 'Balance', 'Customer', 'Why', 'State', ...more];
  await expect.poll(() => columns(screens)).toEqual(last);

  // A double click on the edge fits the column to its texts, a click on a heading still sorts.
  const state = await edgesOf(headingsOf(screens, 'State'));
  await page.mouse.dblclick(state.right - 2, state.middle);
  await expect.poll(() => widthOf(headingsOf(screens, 'State'))).not.toBe(state.right - state.left);
  await headingsOf(screens, 'Balance').getByRole('button').click();
  await expect(headingsOf(screens, 'Balance')).toHaveAttribute('aria-sort', 'descending');

  // Scrolled to the right, headings and cells stay above each other, and pinned ones where they were.
  await scrolledTogether(page, screens, last);

  // Another window finds them as they were left.
  await page.reload();
  await screens.screen(/^Review/).click();
  await expect(screens.grid).toBeVisible();
  await expect.poll(() => columns(screens)).toEqual(last);
  await scrolledTogether(page, screens, last);
});

/** Scrolls the table sideways and down, and looks where headings and the cells below them are. */
async function scrolledTogether(page: Page, screens: ReviewPage, names: readonly string[]): Promise<void> {
  const pinned = await edgesOf(headingsOf(screens, 'Account'));
  const before = await edgesOf(headingsOf(screens, 'Why'));
  await screens.grid.hover();
  await page.mouse.wheel(250, 700);
  await expect.poll(async () => (await edgesOf(headingsOf(screens, 'Why'))).left).toBe(before.left - 250);
  const row = screens.grid.locator('tbody').getByRole('row').nth(14);
  for (const [place, name] of names.entries()) {
    const [heading, cell] = [headingsOf(screens, name), row.getByRole('gridcell').nth(place)];
    expect((await edgesOf(cell)).left, name).toBeCloseTo((await edgesOf(heading)).left, 0);
  }
  expect((await edgesOf(headingsOf(screens, 'Account'))).left).toBe(pinned.left);
  await page.mouse.wheel(-250, -700);
  await expect.poll(async () => (await edgesOf(headingsOf(screens, 'Why'))).left).toBe(before.left);
}
