import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

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

/** {@link seriousBy} of the usual axe. */
export function seriousAt(page: Page): Promise<string[]> {
  return seriousBy(axeAt(page));
}

/** Whatever axe finds on a page in light, and in dark where only colours can differ. */
export async function foundInBothThemes(page: Page): Promise<string[]> {
  return told(await violationsInBothThemes(page));
}

/** What of {@link foundInBothThemes} is serious or critical. */
export async function seriousInBothThemes(page: Page): Promise<string[]> {
  return told(seriousOf(await violationsInBothThemes(page)));
}

async function violationsInBothThemes(page: Page): Promise<Violations> {
  const { violations: light } = await axeAt(page).analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const { violations: dark } = await axeAt(page).withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}
