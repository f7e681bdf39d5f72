import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createEngine, type EngineOptions } from '#app/engine.ts';
import { createProject } from '#app/project/index.ts';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { DecisionKind } from '#shared/decisions.ts';
import { anOrganisation, aTime } from '../../support/projects.ts';
import { aCustomer, accountId, anAccount, aPair, aProposal, customerId } from '../../support/records.ts';

const numbers = Array.from({ length: 300 }, (_, n) => n + 1);

/** Makes a project of three hundred proposed pairs in a folder; gives its path. */
export function aProjectIn(folder: string): string {
  const path = join(folder, 'acme.counterpart');
  const project = createProject(path);
  const common = { origin: anOrganisation, exportedAt: aTime, problems: [] };
  project.records.replace(
    { ...common, records: numbers.map((n) => anAccount(n)) },
    { ...common, records: numbers.map((n) => aCustomer(n)) },
  );
  project.proposals.replace(
    numbers.map((n) => aProposal(n, [aPair(n, n)])),
    { model: null, at: aTime },
  );
  project.close();
  return path;
}

/** A person at work in a program whose own state is elsewhere than the project. */
export function aPerson(more: Partial<EngineOptions> = {}) {
  const own = mkdtempSync(join(tmpdir(), 'counterpart-person-'));
  mkdirSync(join(own, 'projects'));
  const home = { projects: join(own, 'projects'), state: join(own, 'state') };
  const engine = createEngine({ version: '1', home, author: 'Ann', environment: {}, ...more });
  onTestFinished(() => engine.close());
  const call = async <M extends MethodName>(method: M, input: MethodInput<M>): Promise<MethodOutput<M>> => {
    const result = await engine.call(method, input);
    if (!result.ok) throw new Error(`${method}: ${result.error.code} ${result.error.message}`);
    return result.value;
  };
  const decide = (n: number, kind: DecisionKind = 'confirm') =>
    engine.call('review.decide', { accountId: accountId(n), kind, customerId: customerId(n) });
  return {
    engine,
    call,
    decide,
    /** What of an account's state the screen shows. */
    stateOf: async (n: number) => (await call('review.detail', { accountId: accountId(n) })).row.state,
    decided: async () => (await call('review.history', { before: null, limit: 500 })).batches.length,
  };
}
