import { foundAt } from './axe.ts';
import { expect, test } from './fixtures.ts';

test('the user guide opens beside the window, whole and with its pictures, from this computer alone', async ({
  page,
  screens,
}) => {
  const opening = page.context().waitForEvent('page');
  await screens.button('User guide').click();
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
  expect(asked.filter((url) => !url.startsWith(new URL(page.url()).origin))).toEqual([]);
  expect(await foundAt(guide, { inDark: true })).toEqual([]);
});
