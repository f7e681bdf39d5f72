import { z } from 'zod';

/** Who shares QuickBooks' one space of display names with customers. */
export const OtherNameKind = z.enum(['vendor', 'employee']);
export type OtherNameKind = z.infer<typeof OtherNameKind>;

/** A vendor or an employee, of whom only the name matters: no customer may bear it, even where they are inactive. */
export const OtherName = z.object({ id: z.string().min(1), displayName: z.string(), active: z.boolean() });
export type OtherName = z.infer<typeof OtherName>;

/** The names of each kind; null where they were not read, which is not the same as that there are none. */
export type OtherNames = Readonly<Record<OtherNameKind, readonly OtherName[] | null>>;

/** What a file gives, and a project before its first export. */
export const noOtherNames: OtherNames = { vendor: null, employee: null };

/** How many names of each kind there are; null where they were not read. */
export const OtherNameCounts = z.object({
  vendor: z.int().nonnegative().nullable(),
  employee: z.int().nonnegative().nullable(),
});
export type OtherNameCounts = z.infer<typeof OtherNameCounts>;
