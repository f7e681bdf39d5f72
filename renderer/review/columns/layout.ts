import { z } from 'zod';

/** The columns that the review's table can show, in their usual order. */
export const columnIds = [
  'account',
  'customer',
  'score',
  'why',
  'balance',
  'state',
  'account-city',
  'customer-city',
  'customer-status',
  'band',
  'rivals',
  'account-id',
  'customer-id',
] as const;
export type ColumnId = (typeof columnIds)[number];

const Id = z.enum(columnIds);

/** How a person laid the columns out. `widths` are in pixels; a column without one shares what is left. */
export const ColumnLayout = z.object({
  order: z.array(Id),
  shown: z.array(Id),
  pinned: z.array(Id),
  widths: z.partialRecord(Id, z.number().min(48).max(800)),
});
export type ColumnLayout = z.infer<typeof ColumnLayout>;

export const usualLayout: ColumnLayout = {
  order: [...columnIds],
  shown: ['account', 'customer', 'score', 'why', 'balance', 'state'],
  pinned: [],
  widths: {},
};

const [leastWidth, mostWidth] = [48, 800];

/** All columns as they are ordered; one that the layout does not know yet comes last. */
export function orderedColumns({ order }: ColumnLayout): readonly ColumnId[] {
  const known = [...new Set(order)];
  return [...known, ...columnIds.filter((id) => !known.includes(id))];
}

/** The columns in sight from left to right: first those that are pinned. The account is always among them. */
export function visibleColumns(layout: ColumnLayout): readonly ColumnId[] {
  const visible = orderedColumns(layout).filter((id) => id === 'account' || layout.shown.includes(id));
  return [
    ...visible.filter((id) => layout.pinned.includes(id)),
    ...visible.filter((id) => !layout.pinned.includes(id)),
  ];
}

function toggledIn(ids: readonly ColumnId[], id: ColumnId): ColumnId[] {
  return ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id];
}

/** The layout with a column shown, or hidden if it was shown. */
export function toggledColumn(layout: ColumnLayout, id: ColumnId): ColumnLayout {
  return { ...layout, shown: toggledIn(layout.shown, id) };
}

/** The layout with a column pinned at the left, or no longer. */
export function toggledPin(layout: ColumnLayout, id: ColumnId): ColumnLayout {
  return { ...layout, pinned: toggledIn(layout.pinned, id) };
}

/** The layout with a column some places further right, or left where `by` is negative; it stays within the ends. */
export function movedColumn(layout: ColumnLayout, id: ColumnId, by: number): ColumnLayout {
  const order = [...orderedColumns(layout)];
  const from = order.indexOf(id);
  order.splice(from, 1);
  order.splice(Math.max(0, Math.min(order.length, from + by)), 0, id);
  return { ...layout, order };
}

/** The layout with a column next to another one: before it, or after it. */
export function droppedColumn(
  layout: ColumnLayout,
  id: ColumnId,
  target: ColumnId,
  after: boolean,
): ColumnLayout {
  if (id === target) return layout;
  const order = orderedColumns(layout).filter((other) => other !== id);
  order.splice(order.indexOf(target) + (after ? 1 : 0), 0, id);
  return { ...layout, order };
}

/** The layout with a column of this width in pixels, within what can be read; null: as wide as usual again. */
export function resizedColumn(layout: ColumnLayout, id: ColumnId, width: number | null): ColumnLayout {
  const { [id]: _, ...others } = layout.widths;
  const within = width === null ? null : Math.round(Math.min(mostWidth, Math.max(leastWidth, width)));
  return { ...layout, widths: within === null ? others : { ...others, [id]: within } };
}
