import type { AccountChoice, CheckedChoice } from '#shared/account-choice.ts';
import { AppError } from '#shared/errors.ts';
import { together } from '../service/together.ts';
import { linkFields } from './fields.ts';
import { listViewCondition } from './list-view.ts';
import { count, literal } from './query.ts';
import type { SalesforceSession } from './session.ts';
import { type Condition, conditionOf } from './soql-condition.ts';
import { isWord, piecesOf } from './soql-pieces.ts';
import { countOf } from './table.ts';

/**
 * What an organisation answers to a choice: how many accounts it takes, and the filters that take them between them, each
 * a condition in parentheses or `''` for all; or why not.
 */
export type ChosenAccounts =
  | (Extract<CheckedChoice, { kind: 'counted' }> & { readonly filters: readonly string[] })
  | Extract<CheckedChoice, { kind: 'refused' }>;

/** An account outside of the choice may carry a customer's id: unread, that customer would be linked twice. */
const isLinked = `${linkFields.customerId} != null`;

/** Counts what a choice takes, before anything is read with it. What Salesforce itself refuses is data, in its words. */
export async function chosenAccounts(
  session: SalesforceSession,
  choice: AccountChoice,
  signal: AbortSignal,
): Promise<ChosenAccounts> {
  const counted = (filter: string, either: AbortSignal) =>
    count(session, countOf({ object: 'Account', filter }), either);
  try {
    const condition = await conditionFor(session, choice, signal);
    if (condition.kind === 'refused') return condition;
    const { soql } = condition;
    if (soql === '') return { kind: 'counted', chosen: await counted('', signal), linked: 0, filters: [''] };
    const [chosen, linked, both] = await together(signal, (either) => [
      counted(`(${soql})`, either),
      counted(isLinked, either),
      counted(`(${soql}) AND ${isLinked}`, either),
    ]);
    return { kind: 'counted', chosen, linked: Math.max(0, linked - both), filters: filtersOf(soql) };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'service-refused') throw error;
    return { kind: 'refused', message: `Salesforce says: ${plainly(String(error.data.detail))}.` };
  }
}

/**
 * SOQL takes no subquery beside OR: then the accounts that are linked are read by themselves.
 * See https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_soql_select_comparisonoperators.htm
 */
function filtersOf(soql: string): string[] {
  const pieces = piecesOf(soql);
  const hasSubquery = Array.isArray(pieces) && pieces.some((piece) => isWord(piece, 'SELECT'));
  return hasSubquery ? [`(${soql})`, `(${isLinked})`] : [`((${soql}) OR ${isLinked})`];
}

async function conditionFor(
  session: SalesforceSession,
  choice: AccountChoice,
  signal: AbortSignal,
): Promise<Condition> {
  switch (choice.kind) {
    case 'all':
      return { kind: 'condition', soql: '' };
    case 'record-type':
      return { kind: 'condition', soql: `RecordTypeId IN (${choice.ids.map(literal).join(',')})` };
    case 'owner':
      return { kind: 'condition', soql: `OwnerId IN (${choice.ids.map(literal).join(',')})` };
    case 'list-view':
      return await listViewCondition(session, choice, signal);
    case 'where':
      return conditionOf(choice.clause);
  }
}

/** Salesforce's message without the piece of the query that it begins with, and without advice for programmers. */
function plainly(detail: string): string {
  return detail
    .replace(/^.*ERROR at Row:\d+:Column:\d+\s*/u, '')
    .replace(/\s*If you are attempting to use .*$/u, '')
    .replace(/\s*Please reference your WSDL.*$/u, '')
    .replace(/[.\s]+$/u, '');
}
