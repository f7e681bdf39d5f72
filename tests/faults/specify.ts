import { afterAll, beforeAll, describe, test } from 'vitest';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { Scenario } from './scenario.ts';
import { startSmallCompany } from './small-company.ts';
import { World } from './world.ts';

/** Scenarios wait more than they work, so several happen side by side, each with a practice company of its own. */
const sideBySide = 3;

/** Has every scenario happen, each in a world of its own, and its outcome be what the table of faults says. */
export function specify(what: string, scenarios: readonly Scenario[]): void {
  const free: PracticeCompany[] = [];
  const waiting: ((practice: PracticeCompany) => void)[] = [];
  let exported: Uint8Array;
  beforeAll(async () => {
    for (let n = 0; n < sideBySide; n += 1) free.push(await startSmallCompany());
    const [first] = free;
    if (first !== undefined) exported = await World.exported(first);
  });
  afterAll(async () => {
    for (const practice of free) await practice.close();
  });

  async function withPractice(use: (practice: PracticeCompany) => Promise<void>): Promise<void> {
    const practice = free.pop() ?? (await new Promise<PracticeCompany>((resolve) => waiting.push(resolve)));
    try {
      await use(practice);
    } finally {
      const next = waiting.shift();
      if (next === undefined) free.push(practice);
      else next(practice);
    }
  }

  describe.concurrent(what, () => {
    for (const { fault, outcome, run } of scenarios) {
      test(fault, ({ expect }) =>
        withPractice(async (practice) => {
          await using world = await World.begin(practice, exported);
          expect(await run(world)).toBe(outcome);
        }),
      );
    }
  });
}
