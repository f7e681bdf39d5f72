import { writeFileSync } from 'node:fs';
import { scenariosByHeading } from './scenarios/index.ts';
import { type CompanySize, startSmallCompany } from './small-company.ts';
import { page, pageWith, type Row, tableOf } from './table.ts';
import { World } from './world.ts';

/**
 * `npm run faults`: lets every fault happen and writes what was seen into docs/faults.md. The exit code is 1 when
 * something else was seen than the scenarios specify.
 */
await using started = new AsyncDisposableStack();
const companies = new Map<CompanySize, ReturnType<typeof startCompany>>();

async function startCompany(size: CompanySize) {
  const practice = started.adopt(await startSmallCompany(size), ({ close }) => close());
  return { practice, exported: await World.exported(practice) };
}

const seen: Record<string, Row[]> = {};
for (const [heading, scenarios] of Object.entries(scenariosByHeading)) {
  const rows: Row[] = [];
  for (const { fault, during, outcome, size = 'few', linkRuns, run } of scenarios) {
    const company = companies.get(size) ?? startCompany(size);
    companies.set(size, company);
    const { practice, exported } = await company;
    await using world = await World.begin(practice, exported, linkRuns);
    const happened = await run(world);
    rows.push({ fault, during, outcome: happened });
    if (happened !== outcome) process.exitCode = 1;
    process.stdout.write(`${happened === outcome ? 'as specified' : 'OTHERWISE'}  ${fault}\n`);
  }
  seen[heading] = rows;
}
writeFileSync(page, pageWith(tableOf(seen)));
