import { z } from 'zod';
import { Side } from './datasets.ts';

/** How often something goes wrong: the next time, the next three times, or every time until it is switched off. */
export const Often = z.enum(['once', 'thrice', 'always']);
export type Often = z.infer<typeof Often>;

/**
 * Something that can go wrong at the practice company, with what comes of it. `often` is null while it is off; `over`
 * says that it has struck as often as it was to.
 */
export const Trouble = z.object({
  id: z.string(),
  side: Side,
  title: z.string(),
  hint: z.string(),
  onlyOnce: z.boolean(),
  often: Often.nullable(),
  struck: z.int().nonnegative(),
  over: z.boolean(),
});
export type Trouble = z.infer<typeof Trouble>;

/** What somebody else can do to the practice company's records. */
export const CompanyChange = z.object({ id: z.string(), side: Side, title: z.string() });
export type CompanyChange = z.infer<typeof CompanyChange>;

/** All that can be made to go wrong and to change at the practice company. */
export const Troubles = z.object({ troubles: z.array(Trouble), changes: z.array(CompanyChange) });
export type Troubles = z.infer<typeof Troubles>;
