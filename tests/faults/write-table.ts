import { writeFileSync } from 'node:fs';
import { scenariosByHeading } from './scenarios/index.ts';
import { startSmallCompany } from './small-company.ts';
import { page, pageWith, type Row, tableOf } from './table.ts';
import { World } from './world.ts';

/**
 * `npm run faults`: lets every fault happen and writes what was seen into docs/faults.md. The exit code is 1 when
 * something else was seen than the scenarios specify.
 */
const practice = await startSmallCompany({ manyCustomers: true });
try {
  const exported = await World.exported(practice);
  const seen: Record<string, Row[]> = {};
  for (const [heading, scenarios] of Object.entries(scenariosByHeading)) {
    const rows: Row[] = [];
    for (const { fault, during, outcome, linkRuns, run } of scenarios) {
      await using world = await World.begin(practice, exported, linkRuns);
      const happened = await run(world);
      rows.push({ fault, during, outcome: happened });
      if (happened !== outcome) process.exitCode = 1;
      process.stdout.write(`${happened === outcome ? 'as specified' : 'OTHERWISE'}  ${fault}\n`);
    }
    seen[heading] = rows;
  }
  writeFileSync(page, pageWith(tableOf(seen)));
} finally {
  await practice.close();
}
