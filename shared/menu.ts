import { z } from 'zod';

/** A command as the desktop's menus show it. `group` is the menu, `keys` the word for its key, `''` for none. */
export const MenuCommand = z.strictObject({
  id: z.string().min(1).max(1_000),
  name: z.string().min(1).max(300),
  group: z.string().min(1).max(40),
  keys: z.string().max(40),
});
export type MenuCommand = z.infer<typeof MenuCommand>;
