import { z } from 'zod';
import type { Answer, Asked } from '../gate.ts';
import type { NewAccount } from './order.ts';
import type { Picture } from './picture.ts';
import { type Held, idField, linkOf, parsed, textOf, tokenField } from './record.ts';

const Inserted = z.object({ records: z.array(z.looseObject({})) });
const Results = z.array(z.looseObject({ success: z.boolean(), id: z.string().optional() }));
const nothing = { id: '', token: '' };

/** Whether a request is to create accounts. */
export function createsAccounts({ side, method, path }: Asked): boolean {
  return side === 'salesforce' && method === 'POST' && /composite\/sobjects$/.test(path);
}

/** A call that creates accounts, which Salesforce answered; `now` is what it holds since. */
export function accountsSent(picture: Picture, asked: Asked, answer: Answer, now: readonly Held[]): void {
  const { order, hearing } = picture;
  const { records } = Inserted.parse(JSON.parse(asked.body));
  const results = Results.safeParse(parsed(answer.body)).data ?? [];
  const overrules = /allowSave=true/i.test(String(asked.headers['sforce-duplicate-rule-header'] ?? ''));
  for (const [place, record] of records.entries()) {
    const customer = linkOf(record).id;
    const ordered = order?.accounts.get(customer);
    if (order === null || ordered === undefined) {
      picture.isWrong(`an account for “${customer}” is sent, which nobody confirmed`);
      continue;
    }
    judgeAccount(picture, customer, record, ordered, overrules);
    const result = results[place];
    // A call that was refused as a whole did nothing, and may be sent again as it is.
    if (result !== undefined) {
      hearing.spend(customer);
      hearing.spendCarriers(customer);
    }
    if (result?.success !== true) order.refused.add(customer);
    const account = now.find(({ Id }) => Id === result?.id);
    if (result?.success !== true || account === undefined) continue;
    order.made.set(customer, [...(order.made.get(customer) ?? []), account.Id]);
    picture.wrote(account.Id, nothing, linkOf(account));
    picture.took('salesforce', account);
  }
}

function judgeAccount(
  picture: Picture,
  customer: string,
  record: Readonly<Record<string, unknown>>,
  { fields, overrules }: NewAccount,
  isOverruled: boolean,
): void {
  const { order, hearing } = picture;
  const wrong = (what: string) => picture.isWrong(`the account of ${customer} is sent ${what}`);
  const sent = Object.fromEntries(
    Object.entries(record)
      .filter(([name]) => ![idField, tokenField, 'attributes'].includes(name))
      .map(([name, value]) => [name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : textOf(value)]),
  );
  const odd = [...new Set([...Object.keys(sent), ...Object.keys(fields)])].filter(
    (name) => (sent[name] ?? '') !== (fields[name] ?? ''),
  );
  if (odd.length > 0) wrong(`with ${odd.map((name) => `${name} “${sent[name] ?? ''}”`).join(', ')}`);
  if (isOverruled !== overrules)
    wrong(isOverruled ? 'against the duplicate rule' : 'under the duplicate rule');
  const heard = hearing.of(customer);
  if (heard === undefined) return void wrong('without its customer being read right before');
  if (linkOf(record).token !== textOf(heard.record.SyncToken)) wrong('with another SyncToken than was read');
  if (picture.wasStaleAt(customer, heard.at)) wrong('although its customer was seen to be another one');
  const carriers = hearing.carriersOf(customer);
  if (carriers === undefined) wrong('without being looked for right before');
  else if (carriers.length > 0) wrong(`although ${carriers.join(', ')} was seen to carry its id`);
  const twice = (order?.made.get(customer) ?? []).filter((id) => picture.link(id)?.id === customer);
  if (twice.length > 0) wrong(`though it is ${twice.join(', ')} already`);
}
