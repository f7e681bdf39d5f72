import { z } from 'zod';
import type { PracticeCompany } from '#app/practice/index.ts';
import type { Side } from '#shared/datasets.ts';
import { Held } from './truth/record.ts';

const Records = z.record(z.string(), z.array(Held));

/** Asks the control of one side's stand-in; it is not the program that does. Gives null where it refuses. */
export async function control(
  practice: PracticeCompany,
  side: Side,
  path: string,
  body?: unknown,
  method = body === undefined ? 'GET' : 'POST',
): Promise<unknown> {
  const url = side === 'salesforce' ? practice.salesforceUrl : practice.quickbooksUrl;
  const response = await fetch(`${url}/practice/${path}`, {
    method,
    headers: { 'x-practice': '1', 'content-type': 'application/json', 'accept-encoding': 'identity' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  return response.ok ? answer : null;
}

/** Everything that one side holds. */
export async function recordsOf(practice: PracticeCompany, side: Side): Promise<Held[]> {
  const all = Records.parse(await control(practice, side, 'records'));
  const kinds = side === 'salesforce' ? ['Account', 'Contact'] : ['Customer', 'Vendor', 'Employee'];
  return kinds.flatMap((entity) => (all[entity] ?? []).map((record) => ({ ...record, entity })));
}
