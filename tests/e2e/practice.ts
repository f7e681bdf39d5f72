import { z } from 'zod';
import { counterpart, launch, type Program } from './app.ts';

const Change = z.object({
  method: z.string(),
  path: z.string(),
  id: z.string(),
  changes: z.record(z.string(), z.tuple([z.unknown(), z.unknown()])),
  outcome: z.string(),
});
export type Change = z.infer<typeof Change>;

const StoredAccount = z.looseObject({
  Id: z.string(),
  Name: z.string(),
  qime__QB_ID__c: z.string().nullish(),
});
export type StoredAccount = z.infer<typeof StoredAccount>;

/** Every write of a record that a practice service took, in order. */
export async function writesAt(serviceUrl: string): Promise<Change[]> {
  const answer = await fetch(`${serviceUrl}/practice/log`);
  return z.array(Change).parse(await answer.json());
}

/** The accounts as the practice Salesforce holds them, by id. */
export async function accountsAt(salesforceUrl: string): Promise<Map<string, StoredAccount>> {
  const answer = await fetch(`${salesforceUrl}/practice/records`);
  const { Account } = z.object({ Account: z.array(StoredAccount) }).parse(await answer.json());
  return new Map(Account.map((account) => [account.Id, account]));
}

const StoredCustomer = z.looseObject({ Id: z.string(), DisplayName: z.string() });

/** The customers as the practice QuickBooks holds them. */
export async function customersAt(quickbooksUrl: string): Promise<z.infer<typeof StoredCustomer>[]> {
  const answer = await fetch(`${quickbooksUrl}/practice/records`);
  return z.object({ Customer: z.array(StoredCustomer) }).parse(await answer.json()).Customer;
}

/** Changes something at a practice service as its control allows. */
export async function control(serviceUrl: string, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`${serviceUrl}/practice/${path}`, {
    method: 'POST',
    headers: { 'x-practice': '1', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

/** Has Salesforce refuse every record that is written from now on, as a rule of the organisation does. */
export function refuseEveryRecord(salesforceUrl: string): Promise<void> {
  return control(salesforceUrl, 'faults', [
    {
      match: {},
      times: 1_000,
      fault: 'record-error',
      code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      message: 'Fill in the region first',
    },
  ]);
}

/** Has Salesforce answer the next so many calls that write links late, by so many milliseconds. */
export function answerWritesLate(salesforceUrl: string, times: number, ms: number): Promise<void> {
  return control(salesforceUrl, 'faults', [
    { match: { method: 'PATCH', pathIncludes: 'composite' }, times, fault: 'delay-after', ms },
  ]);
}

/** How many requests the fault that is armed at a practice service has matched so far. */
export async function faultsMet(serviceUrl: string): Promise<number> {
  const answer = await fetch(`${serviceUrl}/practice/faults`);
  const [armed] = z.array(z.object({ matched: z.number() })).parse(await answer.json());
  return armed?.matched ?? 0;
}

/** The fields that a write of a link may change; the last three are Salesforce's own stamps. */
export const linkFields = [
  'qime__QB_ID__c',
  'qime__QB_SyncToken__c',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
];

/** `counterpart practice` in a process of its own, and the settings that it printed. */
export async function startPracticeProgram(): Promise<{
  program: Program;
  settings: Record<string, string>;
}> {
  const program = launch('main/cli/main.ts', ['practice'], {});
  await program.until(/QUICKBOOKS_REFRESH_TOKEN=\S+/);
  const lines = program.said().trim().split('\n');
  const settings = Object.fromEntries(
    lines.map((line): [string, string] => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
  return { program, settings };
}

/** The commands of the command line against that company, in this home. */
export function commands(settings: Record<string, string>, home: string) {
  return (...args: string[]) => counterpart(args, { ...settings, COUNTERPART_HOME: home });
}
