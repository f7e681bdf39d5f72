import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createEngine } from '#app/engine.ts';
import { secondIdentity, usualIdentity } from '#app/practice/identity.ts';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';
import { openProject, type Project } from '#app/project/index.ts';
import { memorySecrets, SignIns } from '#app/sign-in/index.ts';
import { allAccounts } from '#shared/account-choice.ts';
import { SignInRequest } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import { refuseOtherOrganisation } from '../../../app/engine/organisations.ts';
import { decideAt } from '../../support/consent.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { freePort } from '../../support/free-port.ts';

const sides = ['salesforce', 'quickbooks'] as const;
const idsOf = { salesforce: 'organisationId', quickbooks: 'realmId' } as const;
const { signal } = new AbortController();
const hooks = { signal, progress: () => undefined };

let first: PracticeCompany;
let second: PracticeCompany;
beforeAll(async () => {
  first = await startPractice();
  second = await startPractice({ second: true });
});
afterAll(async () => {
  await first.close();
  await second.close();
});

/** A project that holds an export of the first company. */
async function projectOfTheFirst(): Promise<Project> {
  const folder = temporaryFolder();
  const path = join(folder, 'first.counterpart');
  const home = { projects: folder, state: join(folder, 'state') };
  const engine = createEngine({ version: '1', home, author: 'tester', environment: first.environment });
  for (const [method, input] of [
    ['project.create', { path }],
    ['sources.export', {}],
    ['project.close', {}],
  ] as const) {
    expect(await engine.call(method, input)).toMatchObject({ ok: true });
  }
  await engine.close();
  const project = openProject(path);
  onTestFinished(() => project.close());
  return project;
}

/** Signs in to the second company for a project, or for one without data; gives the desk once that is over. */
async function signInToTheSecond(side: Side, project: Project | null) {
  const signIns = new SignIns({
    folder: temporaryFolder(),
    secrets: memorySecrets(),
    patience: 10_000,
    practice: async () => second,
    now: () => new Date(),
    onChange: () => undefined,
    onNotice: () => undefined,
  });
  onTestFinished(() => signIns.leave());
  const projectOf = (of: Side) => ({
    path: project?.path ?? '/none.counterpart',
    organisationId: null,
    accept: (organisation: Parameters<typeof refuseOtherOrganisation>[2]) => {
      if (project !== null) refuseOtherOrganisation(project, of, organisation);
    },
  });
  const enter = await signIns.ready({
    salesforce: projectOf('salesforce'),
    quickbooks: projectOf('quickbooks'),
    practice: true,
  });
  enter();
  const { app } = (await signIns.settings())[side];
  await signIns.signIn(
    SignInRequest.parse({
      side,
      app: { ...app, port: await freePort() },
      ...(side === 'quickbooks' ? { clientSecret: null } : {}),
    }),
  );
  const attempt = async () => (await signIns.settings())[side].attempt;
  const waiting = await attempt();
  if (waiting?.kind !== 'waiting') throw new Error('no sign-in waits');
  await fetch(await decideAt(waiting.address, 'allow'));
  await expect.poll(async () => (await attempt())?.kind ?? 'over').toMatch(/^(over|failed)$/);
  return { signIns, attempt: await attempt() };
}

describe.each(sides)('at %s, signing in to a second organisation', (side) => {
  test('is recognised as that one, by its id and its name', async () => {
    const { signIns, attempt } = await signInToTheSecond(side, null);
    expect(attempt).toBeNull();
    expect(signIns.signedIn(side)?.organisation).toEqual({
      kind: 'service',
      choice: allAccounts,
      organisationId: secondIdentity[idsOf[side]],
      organisationName: secondIdentity.name,
      environment: 'practice',
    });
  });

  test('is refused by a project of the first, which keeps its own', async () => {
    const project = await projectOfTheFirst();
    const before = project.records.info(side);
    const { signIns, attempt } = await signInToTheSecond(side, project);
    expect(attempt).toMatchObject({
      kind: 'failed',
      error: {
        code: 'project-other-organisation',
        data: {
          expected: `${usualIdentity.name} (${usualIdentity[idsOf[side]]})`,
          found: `${secondIdentity.name} (${secondIdentity[idsOf[side]]})`,
        },
      },
    });
    expect(signIns.signedIn(side)).toBeNull();
    expect(signIns[side]).toBeNull();
    expect(project.records.info(side)).toEqual(before);
  });
});

test('an id that both organisations have is another account and another customer in each', async () => {
  const project = await projectOfTheFirst();
  const own = {
    accounts: new Map(project.records.accounts().map(({ id, name }) => [id, name])),
    customers: new Map(project.records.customers().map(({ id, displayName }) => [id, displayName])),
  };
  const { signIns: atSalesforce } = await signInToTheSecond('salesforce', null);
  const { accounts = [] } = (await atSalesforce.salesforce?.exportAccounts(allAccounts, hooks)) ?? {};
  const accountsOfBoth = accounts.filter(({ id }) => own.accounts.has(id));
  expect(accountsOfBoth.length).toBeGreaterThan(50);
  expect(accountsOfBoth.filter(({ id, name }) => own.accounts.get(id) === name)).toEqual([]);

  const { signIns: atQuickBooks } = await signInToTheSecond('quickbooks', null);
  const { customers = [] } = (await atQuickBooks.quickbooks?.exportCustomers(hooks)) ?? {};
  const customersOfBoth = customers.filter(({ id }) => own.customers.has(id));
  expect(customersOfBoth.length).toBeGreaterThan(500);
  expect(customersOfBoth.filter(({ id, displayName }) => own.customers.get(id) === displayName)).toEqual([]);
});
