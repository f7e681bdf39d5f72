import { AccountId, CustomerId } from '#shared/ids.ts';
import type { LinkWarning, PlannedLink } from '#shared/links.ts';
import { killed } from '../program.ts';
import { type Ordered, orderOf } from '../truth/order.ts';
import { linkOf } from '../truth/record.ts';
import type { Truth } from '../truth/truth.ts';
import { type Desk, pairOf } from './desk.ts';

/** Confirms some pairs, as a rule, and writes what is confirmed; now and then without some of the groups with a warning. */
export async function write(desk: Desk): Promise<void> {
  const { random } = desk;
  if (random.chance(0.85)) await decide(desk);
  await writeConfirmed(desk, random.chance(0.4));
}

/** Writes all that is confirmed, or holds groups back. */
export async function writeConfirmed(desk: Desk, holdsBack: boolean): Promise<void> {
  const { random, truth, program } = desk;
  const plan = await program.call('write.plan', {});
  for (const link of plan.links) judgePlanned(desk, link);
  if (plan.links.length === 0) return;
  const holdBack = holdsBack ? plan.warnings.filter(() => random.chance(0.6)) : [];
  const chosen = plan.links.filter(({ warnings }) => !warnings.some((one) => holdBack.includes(one)));
  const input = { fingerprint: plan.fingerprint, holdBack };
  const warned = chosen.some(({ warnings }) => warnings.length > 0);
  if (chosen.length === 0) return await mustRefuse(desk, { ...input, acceptWarnings: true }, 'write-nothing');
  if (warned && random.chance(0.2))
    await mustRefuse(desk, { ...input, acceptWarnings: false }, 'write-acknowledge');
  const links = orderedBy(chosen);
  const without = holdBack.length === 0 ? '' : ` without ${holdBack.join(', ')}`;
  program.steps.push(`write ${[...links].map(([id, { to }]) => `${id}→${to.id}`).join(' ')}${without}`);
  occupy(desk, links);
  await desk.operate(orderOf('write', truth.clock, { links }), () =>
    program.came('write.start', { ...input, acceptWarnings: warned }),
  );
}

/** Has the program be busy with these accounts, and with the customers that they get. */
export function occupy({ program }: Desk, links: ReadonlyMap<string, Ordered>): void {
  program.busy = {
    accounts: [...links.keys()],
    customers: [...links.values()].map(({ to }) => to.id).filter((id) => id !== ''),
    names: [],
  };
}

/** Accounts that carry no customer's id and of which nothing is decided. */
export function undecided({ truth, wanted, customersFor }: Desk): AccountId[] {
  return truth
    .accounts()
    .filter((account) => truth.customer(linkOf(account).id) === null)
    .filter(({ Id }) => !wanted.has(Id) && !customersFor.has(Id))
    .map(({ Id }) => AccountId.parse(Id));
}

async function decide(desk: Desk): Promise<void> {
  const { random, truth, program, wanted, confirmed } = desk;
  const taken = new Set([...truth.accounts().map((account) => linkOf(account).id), ...wanted.values()]);
  const mayShare = truth.severalAccounts && random.chance(0.6);
  const customers = truth.customers().filter((customer) => {
    if (!mayShare && taken.has(customer.Id)) return false;
    return !isUnusual(truth, customer.Id) || random.chance(0.3);
  });
  // Where a customer may have several accounts, some get one that is taken.
  const offered = mayShare
    ? random.shuffle(customers).sort((a, b) => Number(taken.has(b.Id)) - Number(taken.has(a.Id)))
    : customers;
  const several = mayShare && random.chance(0.5) ? 2 : 1;
  const broken = (id: AccountId) => Number(truth.link(id)?.id !== '');
  const accounts = random.shuffle(undecided(desk));
  // Accounts with a broken link are few.
  if (random.chance(0.3)) accounts.sort((a, b) => broken(b) - broken(a));
  const decisions = accounts
    .slice(0, Math.min(offered.length * several, random.int(1, 4)))
    .map((accountId, index) => {
      const customerId = CustomerId.parse(offered[Math.floor(index / several)]?.Id);
      return { accountId, kind: 'confirm' as const, customerId };
    });
  if (decisions.length === 0) return;
  const { refused } = await program.call('review.decideMany', { by: 'list', decisions });
  const not = new Set(refused.map(({ accountId }) => accountId));
  for (const { accountId, customerId } of decisions) {
    if (not.has(accountId)) continue;
    wanted.set(accountId, customerId);
    confirmed.add(pairOf(accountId, customerId));
  }
}

/** Only what was confirmed may be planned, over nothing but a broken link, and with the warnings that it needs. */
function judgePlanned({ truth, wanted }: Desk, { accountId, before, after, warnings }: PlannedLink): void {
  const customer = after.customerId;
  if (wanted.get(accountId) !== customer)
    truth.isWrong(`${accountId} is planned to get ${customer}, which nobody confirmed`);
  if (truth.customer(before.customerId) !== null && !truth.isEdited(before.customerId))
    truth.isWrong(`${accountId} is planned over ${before.customerId}, which is there`);
  const needed: readonly (readonly [LinkWarning, boolean])[] = [
    ['replaces-dangling-id', before.customerId !== ''],
    ...(truth.isStale(customer)
      ? []
      : ([
          ['inactive-customer', truth.customer(customer)?.Active === false],
          ['sub-customer', truth.customer(customer)?.Level !== undefined],
        ] as const)),
  ];
  for (const [warning, isNeeded] of needed)
    if (warnings.includes(warning) !== isNeeded)
      truth.isWrong(`${accountId}→${customer} is planned ${isNeeded ? 'without' : 'with'} ${warning}`);
  if (warnings.includes('several-accounts') && !truth.severalAccounts)
    truth.isWrong(`${accountId}→${customer} is planned though another account has the customer`);
}

function isUnusual(truth: Truth, customer: string): boolean {
  const record = truth.customer(customer);
  return record?.Active !== true || record.Level !== undefined;
}

async function mustRefuse(
  { truth, program }: Desk,
  input: { fingerprint: string; holdBack: LinkWarning[]; acceptWarnings: boolean },
  code: string,
): Promise<void> {
  const came = await program.came('write.start', input);
  const said = came === killed ? 'killed' : came.ok ? 'begun' : came.error.code;
  if (said !== code) truth.isWrong(`a write that had to be refused as ${code} is ${said}`);
}

function orderedBy(links: readonly PlannedLink[]): Map<string, Ordered> {
  return new Map(
    links.map(({ accountId, before, after }) => [
      accountId,
      { from: before.customerId, to: { id: after.customerId, token: after.syncToken } },
    ]),
  );
}
