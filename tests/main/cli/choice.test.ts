import { expect, test } from 'vitest';
import type { CheckedChoice } from '#shared/account-choice.ts';
import type { MethodName } from '#shared/contract.ts';
import { choiceGiven } from '../../../main/cli/commands/choice.ts';
import type { Context } from '../../../main/cli/context.ts';

const id = (prefix: string, n: number) => `${prefix}00000000000${n}AAA`;
const choices = {
  recordTypes: [
    { id: id('012', 1), name: 'Customer' },
    { id: id('012', 2), name: 'Partner' },
  ],
  owners: [
    { id: id('005', 1), name: 'Ada Stone', accounts: 3 },
    { id: id('005', 2), name: 'Ada Stone', accounts: 1 },
    { id: id('005', 3), name: 'Bo Reed', accounts: 1 },
  ],
  listViews: [
    { id: id('00B', 1), name: 'Key accounts' },
    { id: id('00B', 2), name: 'Twice' },
    { id: id('00B', 3), name: 'Twice' },
  ],
};

/** A command line whose organisation offers the above, and answers so to a condition. */
function aContext(checked: CheckedChoice = { kind: 'counted', chosen: 1, linked: 0 }): Context {
  const answers: Partial<Record<MethodName, unknown>> = {
    'sources.choices': choices,
    'sources.checkChoice': checked,
  };
  return {
    call: async (method) => answers[method] as never,
    say: () => undefined,
    warn: () => undefined,
    result: () => undefined,
  };
}

test.each([
  [{}, undefined],
  [{ all: true }, { kind: 'all' }],
  [
    { recordType: ['partner', 'Customer', 'PARTNER'] },
    { kind: 'record-type', ids: [id('012', 2), id('012', 1)], names: ['Partner', 'Customer'] },
  ],
  [
    { owner: ['Ada Stone'] },
    { kind: 'owner', ids: [id('005', 1), id('005', 2)], names: ['Ada Stone', 'Ada Stone'] },
  ],
  [{ owner: [id('005', 3)] }, { kind: 'owner', ids: [id('005', 3)], names: ['Bo Reed'] }],
  [{ listView: 'key accounts' }, { kind: 'list-view', id: id('00B', 1), name: 'Key accounts' }],
  [{ listView: id('00B', 3) }, { kind: 'list-view', id: id('00B', 3), name: 'Twice' }],
  [{ where: "Name = 'a'" }, { kind: 'where', clause: "Name = 'a'" }],
])('%j is %j', async (options, choice) => {
  expect(await choiceGiven(aContext(), options)).toEqual(choice);
});

test.each([
  [{ recordType: ['Customer', 'Reseller'] }, 'There is no record type "Reseller". Known: Customer, Partner.'],
  [{ owner: ['Ada'] }, 'There is no owner "Ada". Known: Ada Stone, Ada Stone, Bo Reed.'],
  [{ listView: 'None' }, 'There is no list view "None". Known: Key accounts, Twice, Twice.'],
  [
    { listView: 'Twice' },
    `Several list views are called "Twice". Give the id of one: ${id('00B', 2)}, ${id('00B', 3)}.`,
  ],
  [
    { all: true, where: "Name = 'a'" },
    'Give one of --all, --record-type, --owner, --list-view and --where, not several.',
  ],
  [{ where: ' ' }, '--where needs a condition.'],
])('%j is wrong usage, and said why', async (options, message) => {
  await expect(choiceGiven(aContext(), options)).rejects.toMatchObject({ code: 'usage', message });
});

test('a condition that Salesforce refuses is wrong usage, in its words', async () => {
  const context = aContext({ kind: 'refused', message: "Salesforce says: No such column 'X'." });
  await expect(choiceGiven(context, { where: 'X = 1' })).rejects.toMatchObject({
    code: 'usage',
    message: "Salesforce says: No such column 'X'.",
  });
});
