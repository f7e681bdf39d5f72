import { afterAll, beforeAll, describe, test } from 'vitest';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { Scenario } from './scenario.ts';
import { type CompanySize, startSmallCompany } from './small-company.ts';
import { World } from './world.ts';

/** Scenarios wait more than they work, so several happen side by side, each with a practice company of its own. */
const sideBySide = 3;

/** Has every scenario happen, each in a world of its own, and its outcome be what the table of faults says. */
export function specify(what: string, scenarios: readonly Scenario[]): void {
  const bySize = new Map<CompanySize, Companies>();
  const companiesFor = ({ size = 'few' }: Scenario) => {
    const companies = bySize.get(size) ?? new Companies(size);
    bySize.set(size, companies);
    return companies;
  };
  beforeAll(async () => {
    for (const companies of new Set(scenarios.map(companiesFor))) await companies.start();
  });
  afterAll(async () => {
    for (const companies of bySize.values()) await companies.close();
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
  readonly #size: CompanySize;
  readonly #free: PracticeCompany[] = [];
  readonly #waiting: ((practice: PracticeCompany) => void)[] = [];
  #exported = new Uint8Array();

  constructor(size: CompanySize) {
    this.#size = size;
  }

  async start(): Promise<void> {
    const number = this.#size === 'few' ? sideBySide : 1;
    while (this.#free.length < number) this.#free.push(await startSmallCompany(this.#size));
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
