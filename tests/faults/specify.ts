import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { Scenario } from './scenario.ts';
import { startSmallCompany } from './small-company.ts';
import { World } from './world.ts';

/** Has every scenario happen, each in a world of its own, and its outcome be what the table of faults says. */
export function specify(what: string, scenarios: readonly Scenario[]): void {
  let practice: PracticeCompany;
  let exported: Uint8Array;
  beforeAll(async () => {
    practice = await startSmallCompany();
    exported = await World.exported(practice);
  });
  afterAll(() => practice.close());

  describe(what, () => {
    test.each(scenarios)('$fault', async ({ outcome, run }) => {
      await using world = await World.begin(practice, exported);
      expect(await run(world)).toBe(outcome);
    });
  });
}
