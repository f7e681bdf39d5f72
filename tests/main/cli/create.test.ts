import { expect, test } from 'vitest';
import { AppError } from '#shared/errors.ts';
import { type CreateOptions, create } from '../../../main/cli/commands/create.ts';
import { commandContext } from '../../support/command-context.ts';
import { aMatchedPractice } from '../../support/engine.ts';

/** The command over the practice company, with two customers of which accounts are to be created. */
async function twoWanted() {
  const { engine, call } = await aMatchedPractice();
  const { rows } = await call('review.customers', { from: 0 });
  const alone = rows.filter(({ nearest, active, subCustomer }) => nearest === null && active && !subCustomer);
  await call('review.decideCustomers', {
    decisions: alone.slice(0, 2).map(({ customerId }) => ({ customerId, kind: 'create-new' as const })),
  });
  const path = (await call('app.overview', {})).project?.path ?? '';
  const heard = commandContext(async (method, input) => {
    const result = await engine.call(method, input);
    if (!result.ok) throw new AppError(result.error.code, result.error.data);
    return result.value;
  });
  const command = (options: Partial<CreateOptions>) =>
    create(heard.context, path, { in: 'salesforce', ...options });
  return { ...heard, call, command };
}

test.each<[string, Partial<CreateOptions>, RegExp]>([
  ['a service that there is not', { in: 'xero' }, /--in takes quickbooks or salesforce, not "xero"/],
  ['a filling without a source', { fill: ['Website'] }, /--fill takes FIELD=SOURCE/],
  ['a field that new accounts do not have', { fill: ['Webs=website'] }, /one of these fields: .*Website/],
  ['a source that customers do not have', { fill: ['Website=site'] }, /text:…, blank, usual, or .*website/],
  [
    'a choice that the field does not have',
    { fill: ['RecordTypeId=text:Nobody'] },
    /RecordTypeId takes .*Partner/,
  ],
])('create refuses %s, and creates nothing', async (_, options, words) => {
  const { command, call } = await twoWanted();
  await expect(command(options)).rejects.toMatchObject({
    code: 'usage',
    message: expect.stringMatching(words),
  });
  expect(await call('runs.list', {})).toEqual([]);
});

test('a dry run shows what would be created and creates nothing; the run says what it created, and is not repeated', async () => {
  const { command, call, said, results } = await twoWanted();
  expect(await command({ dryRun: true, fill: ['Phone=text:555 0100', 'RecordTypeId=text:Partner'] })).toBe(0);
  expect(said[0]).toMatch(/^2 accounts would be created in /);
  expect(said.filter((line) => line.includes('→'))).toHaveLength(2);
  const filled = { fields: expect.objectContaining({ Phone: expect.stringContaining('555') }) };
  expect(results.at(-1)).toMatchObject({ in: 'salesforce', records: [filled, filled] });
  expect(await call('runs.list', {})).toEqual([]);

  expect(await command({})).toBe(0);
  expect(said.at(-1)).toMatch(/2 accounts created and linked\.$/);
  expect(results.at(-1)).toMatchObject({ runs: [{ creations: { linked: 2 } }], problems: [], leftOut: [] });
  expect(await command({})).toBe(0);
  expect(said.at(-1)).toBe('There is no account to create.');
});

test('what cannot be created as it is is told, and the command ends in part', async () => {
  const { command, call, warned, results } = await twoWanted();
  expect(await command({ fill: ['Name=blank'] })).toBe(3);
  expect(warned).toContainEqual(expect.stringMatching(/Account Name/));
  expect(results.at(-1)).toMatchObject({ runs: [], leftOut: [{}, {}] });
  expect(await call('runs.list', {})).toEqual([]);
});
