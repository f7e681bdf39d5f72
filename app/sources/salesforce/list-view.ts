import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { literal } from './query.ts';
import type { SalesforceSession } from './session.ts';
import { type Condition, conditionOf } from './soql-condition.ts';
import { clauseWords, isWord, type Piece, piecesOf } from './soql-pieces.ts';

const Description = z.looseObject({ query: z.string(), scope: z.string().nullish() });
const UserInfo = z.looseObject({ user_id: z.string() });

/**
 * The condition of a list view of Account as it stands now. It is taken from the view's own query, "the fully composed
 * SOQL query", and not from the view's results: those come 2,000 at the most from an offset on, in the view's order and
 * without a count, so that an export of them could neither be checked nor gone on with. A view that cannot be said as a
 * condition is refused.
 * See https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_listviewdescribe.htm
 */
export async function listViewCondition(
  session: SalesforceSession,
  view: { readonly id: string; readonly name: string },
  signal: AbortSignal,
): Promise<Condition> {
  const description = await described(session, view.id, signal);
  if (description === null) {
    return refused(`The list view “${view.name}” is no longer there, or your user may not see it.`);
  }
  const { scope, where, isCutOff } = partsOf(description.query);
  if (where === null || isCutOff) {
    return refused(
      `The list view “${view.name}” cannot be read as a condition. Write the condition instead.`,
    );
  }
  const condition: Condition = where === '' ? { kind: 'condition', soql: '' } : conditionOf(where);
  const narrowed = (scope || description.scope || 'everything').toLowerCase();
  if (condition.kind === 'refused' || narrowed === 'everything') return condition;
  if (narrowed !== 'mine') {
    // A scope holds for a whole query, and accounts that are linked already are asked for by the same one.
    return refused(`The list view “${view.name}” shows the accounts of a team, territory or queue.`);
  }
  const { user_id } = await session.read(UserInfo, signal, (connection) =>
    connection.request(`${session.service.address}/services/oauth2/userinfo`),
  );
  const own = `OwnerId = ${literal(user_id)}`;
  return { kind: 'condition', soql: condition.soql === '' ? own : `${own} AND (${condition.soql})` };
}

async function described(
  session: SalesforceSession,
  id: string,
  signal: AbortSignal,
): Promise<z.infer<typeof Description> | null> {
  try {
    return await session.read(Description, signal, (connection) =>
      connection.sobject('Account').listview(id).describe(),
    );
  } catch (error) {
    const gone = error instanceof AppError && error.data.serviceCode === 'NOT_FOUND';
    if (gone) return null;
    throw error;
  }
}

interface Parts {
  readonly scope: string;
  /** What follows WHERE, `''` where there is no WHERE; null for a query that cannot be taken apart. */
  readonly where: string | null;
  /** Whether the query ends after so many rows. */
  readonly isCutOff: boolean;
}

function partsOf(query: string): Parts {
  const pieces = piecesOf(query);
  if (!Array.isArray(pieces)) return { scope: '', where: null, isCutOff: false };
  const words = outermost(pieces);
  const placeOf = (word: string) => words.findIndex((piece) => isWord(piece, word));
  const where = words[placeOf('WHERE')];
  const end = words.find(({ text, at }) => at > (where?.at ?? 0) && clauseWords.has(text.toUpperCase()))?.at;
  return {
    // USING SCOPE mine
    scope: placeOf('USING') === -1 ? '' : (words[placeOf('USING') + 2]?.text ?? ''),
    where: where === undefined ? '' : query.slice(where.at + where.text.length, end).trim(),
    isCutOff: placeOf('LIMIT') !== -1,
  };
}

/** The words that stand in no parentheses. */
function outermost(pieces: readonly Piece[]): Piece[] {
  let depth = 0;
  return pieces.filter(({ kind }) => {
    if (kind === 'open') depth += 1;
    if (kind === 'close') depth -= 1;
    return kind === 'word' && depth === 0;
  });
}

function refused(message: string): Condition {
  return { kind: 'refused', message };
}
