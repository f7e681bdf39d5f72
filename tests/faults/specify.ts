import { afterAll, beforeAll, describe, test } from 'vitest';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { Scenario } from './scenario.ts';
import { startSmallCompany } from './small-company.ts';
import { World } from './world.ts';

/** Scenarios wait more than they work, so several happen side by side, each with a practice company of its own. */
const sideBySide = 3;

/** Has every scenario happen, each in a world of its own, and its outcome be what the table of faults says. */
export function specify(what: string, scenarios: readonly Scenario[]): void {
  const few = new Companies(false, sideBySide);
  const many = new Companies(true, 1);
  const companiesFor = ({ manyCustomers = false }: Scenario) => (manyCustomers ? many : few);
  beforeAll(async () => {
    for (const companies of new Set(scenarios.map(companiesFor))) await companies.start();
  });
  afterAll(async () => {
    await few.close();
    await many.close();
  });

  describe.concurrent(what, () => {
    for (const scenario of scenarios) {
      test(scenario.fault, ({ expect }) =>
        companiesFor(scenario).lend(async (practice, exported) => {
          await using world = await World.begin(practice, exported, scenario.linkRuns);
          expect(await scenario.run(world)).toBe(scenario.outcome);
        }),
      );
    }
  });
}

/** Practice companies that are alike, each for one scenario at a time, and the project of a first export of one. */
class Companies {
  readonly #manyCustomers: boolean;
  readonly #number: number;
  readonly #free: PracticeCompany[] = [];
  readonly #waiting: ((practice: PracticeCompany) => void)[] = [];
  #exported = new Uint8Array();

  constructor(manyCustomers: boolean, number: number) {
    this.#manyCustomers = manyCustomers;
    this.#number = number;
  }

  async start(): Promise<void> {
    while (this.#free.length < this.#number) {
      this.#free.push(await startSmallCompany({ manyCustomers: this.#manyCustomers }));
    }
    const [first] = this.#free;
    if (first !== undefined) this.#exported = new Uint8Array(await World.exported(first));
  }

  async close(): Promise<void> {
    for (const practice of this.#free) await practice.close();
  }

  async lend(use: (practice: PracticeCompany, exported: Uint8Array) => Promise<void>): Promise<void> {
    const practice =
      this.#free.pop() ?? (await new Promise<PracticeCompany>((resolve) => this.#waiting.push(resolve)));
    try {
      await use(practice, this.#exported);
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#free.push(practice);
      else next(practice);
    }
  }
}
