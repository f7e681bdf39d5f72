import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { type WriteOptions, write } from '../../../main/cli/commands/write.ts';
import { allRows } from '../../support/all-rows.ts';
import { commandContext } from '../../support/command-context.ts';
import { aMatchedPractice } from '../../support/engine.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** The command over the practice company, with so many suggestions confirmed. */
async function confirmed(count: number) {
  const { engine, call: answered } = await aMatchedPractice();
  const rows = (await allRows(answered)).filter(({ state }) => state === 'suggested').slice(0, count);
  const decisions = rows.map(({ accountId, customerId }) => ({
    accountId,
    customerId,
    kind: 'confirm' as const,
  }));
  await answered('review.decideMany', { by: 'list', decisions });
  const path = (await answered('app.overview', {})).project?.path ?? '';
  const heard = commandContext(async (method, input) => {
    const result = await engine.call(method, input);
    if (!result.ok) throw new AppError(result.error.code, result.error.data);
    return result.value;
  });
  const command = (options: WriteOptions) => write(heard.context, path, options);
  const { salesforceUrl = '' } = (await answered('practice.info', {})) ?? {};
  const breaking = (rules: readonly object[]) =>
    fetch(`${salesforceUrl}/practice/faults`, {
      method: 'POST',
      headers: { 'x-practice': '1', 'content-type': 'application/json' },
      body: JSON.stringify(rules),
    });
  return { ...heard, call: answered, command, breaking };
}

/** Salesforce refuses accounts that are written. */
const refusing = {
  match: { method: 'PATCH', pathIncludes: '/composite/sobjects' },
  fault: 'record-error',
  code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
  message: 'No.',
};

test.each<[string, WriteOptions, RegExp]>([
  ['a warning that there is not', { holdBack: ['old'] }, /old is no warning; there are replaces-dangling-id/],
  ['an amount that is none', { highValue: 'much' }, /much is no amount/],
  ['a workbook of a write', { out: 'a.xlsx' }, /--out goes with --dry-run/],
  ['both ways to go on', { sendRest: true, leaveOut: true }, /either --send-rest or --leave-out/],
  ['the rest of nothing', { sendRest: true }, /No run was stopped/],
  ['leaving nothing out', { leaveOut: true }, /No run was stopped/],
])('write refuses %s, and writes nothing', async (_, options, words) => {
  const { command, call } = await confirmed(1);
  await expect(command(options)).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringMatching(words),
  });
  expect(await call('runs.list', {})).toEqual([]);
});

test('what is held back is said so, in a dry run too, and stays confirmed', async () => {
  const { command, call, said, warned } = await confirmed(40);
  const plan = await call('write.plan', { highValueFrom: 500 });
  const high = plan.links.filter(({ warnings }) => warnings.includes('high-value')).length;
  const options = { holdBack: ['high-value'], highValue: '500' };
  expect(await command({ ...options, dryRun: true })).toBe(0);
  expect(said[0]).toContain(`${plan.links.length - high} links would be written`);
  expect(warned).toContainEqual(expect.stringMatching(new RegExp(`^${high} link.* Held back\\.$`)));
  const out = join(temporaryFolder(), 'plan.xlsx');
  expect(await command({ ...options, dryRun: true, out })).toBe(0);
  const [inFile, leftOut] = [plan.links.length - high, plan.blocked.length + high];
  expect(said.at(-1)).toContain(`${inFile} links and ${leftOut} left out`);
  expect(await call('runs.list', {})).toEqual([]);

  expect(await command(options)).toBe(0);
  expect((await call('runs.list', {}))[0]?.counts.done).toBe(plan.links.length - high);
  const left = await call('write.plan', { highValueFrom: 500 });
  expect(left.links).toHaveLength(high);
  expect(await command(options)).toBe(0);
  expect(said.at(-1)).toContain('no confirmed links');
});

test('a run that waits is gone on with, or left out, only as it is said', async () => {
  const { command, call, warned, results, breaking } = await confirmed(40);
  const count = (await call('write.preview', {})).count;
  await breaking([{ ...refusing, times: 5 }]);
  expect(await command({})).toBe(3);
  expect(warned).toContainEqual(expect.stringContaining('--send-rest, --leave-out'));
  const problems = { problems: expect.arrayContaining([expect.objectContaining({ state: 'failed' })]) };
  expect(results.at(-1)).toMatchObject({ runs: [{ status: 'held' }], ...problems });
  await expect(command({})).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringMatching(/Run \d+ waits for you.*Give --send-rest or --leave-out/),
  });
  expect(await command({ sendRest: true })).toBe(3);
  expect((await call('runs.list', {}))[0]).toMatchObject({ status: 'finished', counts: { failed: 5 } });

  await breaking([{ ...refusing, times: 1 }]);
  expect(await command({ retryFailed: true })).toBe(3);
  expect(await command({ retryFailed: true })).toBe(0);
  const written = (await call('runs.list', {})).reduce((sum, { counts }) => sum + counts.done, 0);
  expect(written).toBe(count);
});
