import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** `npm run audit:access` looks at everything in every way; the tests look at most of it in light only. */
export const everyWay = process.env.COUNTERPART_EVERY_WAY === 'yes';

/**
 * axe for a page of ours. It has no frames of other origins, for which axe would open another page at each look; and what is
 * in order need not be told.
 */
export function axeAt(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
}

type Violations = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'];
const seriousOf = (found: Violations) =>
  found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
const told = (found: Violations) => found.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`);

/** What an axe finds serious or critical on a page as it is now: the rule, and the first place. */
export async function seriousBy(axe: AxeBuilder): Promise<string[]> {
  return told(seriousOf((await axe.analyze()).violations));
}

/** Where axe is to look, and whether in dark, too. */
interface Look {
  /** A selector of what to look at; all of the page where it is absent. */
  readonly inside?: string;
  readonly inDark?: boolean;
}

/** Whatever axe finds on a page: the rule, and the first place. In dark only colours can differ. */
export async function foundAt(page: Page, look: Look = {}): Promise<string[]> {
  return told(await violationsAt(page, look));
}

/** What of {@link foundAt} is serious or critical. */
export async function seriousAt(page: Page, look: Look = {}): Promise<string[]> {
  return told(seriousOf(await violationsAt(page, look)));
}

async function violationsAt(page: Page, { inside, inDark = everyWay }: Look): Promise<Violations> {
  const axe = () => (inside === undefined ? axeAt(page) : axeAt(page).include(inside));
  const { violations: light } = await axe().analyze();
  if (!inDark) return light;
  await page.emulateMedia({ colorScheme: 'dark' });
  const { violations: dark } = await axe().withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}
