import { expect, test } from 'vitest';
import { noFilters } from '../../../../renderer/review/facets/filters.ts';
import {
  firstViews,
  hasRoom,
  mostViews,
  renamed,
  type SavedView,
  SavedViews,
  withView,
} from '../../../../renderer/review/views/saved-view.ts';

const view = (name: string, text = ''): SavedView => {
  return { name, queue: 'suggested', text, filters: noFilters, sorting: [] };
};

test('a view saved under a name that there is takes its place', () => {
  const views = withView(withView([view('One'), view('Two')], view('One', 'dental')), view('Three'));
  expect(views.map(({ name, text }) => [name, text])).toEqual([
    ['One', 'dental'],
    ['Two', ''],
    ['Three', ''],
  ]);
});

test('a view is not renamed to nothing nor to another one’s name', () => {
  const views = [view('One'), view('Two')];
  expect(renamed(views, 'One', '  ')).toBe(views);
  expect(renamed(views, 'One', 'Two')).toBe(views);
  expect(renamed(views, 'One', ' Three ').map(({ name }) => name)).toEqual(['Three', 'Two']);
});

test('more views than can be read again are not saved, but one of a name that there is takes its place', () => {
  const all = Array.from({ length: mostViews }, (_, number) => view(`View ${number}`));
  expect(SavedViews.safeParse(all).success).toBe(true);
  expect(SavedViews.safeParse(withView(all, view('One more'))).success).toBe(false);
  expect([hasRoom(all, 'One more'), hasRoom(all, 'View 7'), hasRoom(all.slice(1), 'One more')]).toEqual([
    false,
    true,
    true,
  ]);
});

test('the views one begins with can be kept and read again', () => {
  expect(SavedViews.parse(JSON.parse(JSON.stringify(firstViews)))).toEqual(firstViews);
});
