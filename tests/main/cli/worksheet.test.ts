import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { createProject } from '#app/project/index.ts';
import { worksheet } from '../../../main/cli/commands/worksheet.ts';
import { commandContext } from '../../support/command-context.ts';
import { anEngine } from '../../support/engine.ts';
import { anOrganisation, aTime } from '../../support/projects.ts';
import { aCustomer, anAccount, aPair, aProposal } from '../../support/records.ts';

/** The command over a project with one proposal, the paths it hands to the engine, and what it gives. */
function aCommand() {
  const { call, folder } = anEngine();
  const path = join(folder, 'one.counterpart');
  const project = createProject(path);
  const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
  project.records.replace({ ...common, records: [anAccount(1)] }, { ...common, records: [aCustomer(1)] });
  project.proposals.replace([aProposal(1, [aPair(1, 1)])], { model: null, at: aTime });
  project.close();
  const handed = new Map<string, unknown>();
  const heard = commandContext(async (method, input) => {
    if ('path' in input) handed.set(method, input.path);
    return await call(method, input);
  });
  const from = (name: string) => relative(process.cwd(), join(folder, name));
  return { ...heard, path, folder, handed, from };
}

test('a relative path is of where the person stands, and is told whole', async () => {
  const { context, path, folder, handed, from, results } = aCommand();
  const asked = { out: from('out.xlsx'), signOff: from('signed.xlsx'), proposals: from('all.csv') };
  await worksheet(context, path, asked);
  expect(results).toMatchObject([
    {
      path: join(folder, 'out.xlsx'),
      signOff: { path: join(folder, 'signed.xlsx') },
      proposals: { path: join(folder, 'all.csv') },
    },
  ]);
  for (const name of ['out.xlsx', 'signed.xlsx', 'all.csv'])
    expect(existsSync(join(folder, name))).toBe(true);
  expect(handed.get('worksheet.save')).toBe(join(folder, 'out.xlsx'));
  await worksheet(context, path, { in: from('out.xlsx'), dryRun: true });
  expect(handed.get('worksheet.read')).toBe(join(folder, 'out.xlsx'));
});
