import { type Fitted, plain, shortened } from '../create/fit-text.ts';

/** A name: QuickBooks takes no colon in it, which parts a sub-customer from its parent there. */
export function fitName(text: string, most: number): Fitted {
  const line = plain(text);
  const value = plain(line.replace(/\s*:[\s:]*/g, ' - ').replace(/^ - | - $/g, ''));
  return shortened({ value, changes: line.includes(':') ? ['colon replaced'] : [] }, most);
}
