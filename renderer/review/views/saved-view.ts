import { z } from 'zod';
import { Queue } from '#shared/decisions.ts';
import { Filters, longestText, noFilters } from '../facets/filters.ts';

/** How the table was looked at, under a name: queue, text, facets, sorting and grouping. */
export const SavedView = z.object({
  name: z.string().min(1).max(60),
  queue: Queue,
  text: z.string().max(longestText),
  filters: Filters,
  sorting: z.array(z.object({ id: z.string(), desc: z.boolean() })),
  /** Absent of views that were saved before it was kept, and of those one begins with: as it is. */
  grouped: z.boolean().optional(),
});
export type SavedView = z.infer<typeof SavedView>;

/** More would not be read again. */
export const mostViews = 100;

export const SavedViews = z.array(SavedView).max(mostViews);

const suggested = { queue: 'suggested', text: '', sorting: [] } as const satisfies Partial<SavedView>;

/** The views that a person has before saving any. */
export const firstViews: readonly SavedView[] = [
  {
    ...suggested,
    name: 'Certain',
    filters: { ...noFilters, chosen: { band: ['certain'] } },
    sorting: [],
  },
  {
    ...suggested,
    name: 'Big balances',
    filters: { ...noFilters, chosen: { balance: ['yes'] } },
    sorting: [{ id: 'balance', desc: true }],
  },
  {
    ...suggested,
    name: 'Inactive customers',
    filters: { ...noFilters, chosen: { inactive: ['yes'] } },
    sorting: [],
  },
  {
    ...suggested,
    name: 'E-mail differs',
    filters: { ...noFilters, chosen: { email: ['differs'] } },
    sorting: [],
  },
];

/** Whether a view of this name has room among these: there are fewer than the most, or one has the name. */
export function hasRoom(views: readonly SavedView[], name: string): boolean {
  return views.length < mostViews || views.some((view) => view.name === name);
}

/** The views with this one at the end, or in the place of the one that has its name. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const known = views.some(({ name }) => name === view.name);
  return known ? views.map((one) => (one.name === view.name ? view : one)) : [...views, view];
}

/** The views with one renamed; as they were where another has the name already, or it is blank. */
export function renamed(views: readonly SavedView[], from: string, to: string): readonly SavedView[] {
  const name = to.trim();
  if (name === '' || views.some((view) => view.name === name)) return views;
  return views.map((view) => (view.name === from ? { ...view, name } : view));
}
