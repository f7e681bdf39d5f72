import type { MatchSummary } from '#shared/contract.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

export interface MatchFiles {
  readonly accounts: string;
  readonly customers: string;
  readonly contacts?: string;
  readonly map?: string;
  readonly out: string;
}

/** `match`: two files in, proposals out, no project. */
export async function matchFiles(context: Context, files: MatchFiles): Promise<Exit> {
  const { accounts, customers, contacts = null, map = null, out } = files;
  const result = await context.call('match.files', { accounts, customers, contacts, map, out });
  for (const problem of result.problems) context.warn(problem);
  context.say(matchSentence(result.summary));
  context.say(`${count(result.rows, 'row')} in ${result.path}.`);
  context.result(result);
  return exit.done;
}

/** `propose`: match what the project holds. */
export async function propose(context: Context, project: string, out: string | undefined): Promise<Exit> {
  await context.call('project.open', { path: project });
  const summary = await context.call('match.run', {});
  context.say(matchSentence(summary));
  const saved = out === undefined ? null : await context.call('match.save', { path: out });
  if (saved !== null) context.say(`${count(saved.rows, 'row')} in ${saved.path}.`);
  context.result({ ...summary, out: saved });
  return exit.done;
}

function matchSentence({
  proposals,
  bands,
  conflicts,
  withoutCandidate,
  milliseconds,
}: MatchSummary): string {
  const { certain, likely, possible } = bands;
  return (
    `${count(proposals, 'pair')} proposed (${certain} certain, ${likely} likely, ${possible} possible), ` +
    `${count(conflicts, 'conflict')}, ${count(withoutCandidate, 'account')} without a candidate, ` +
    `in ${(milliseconds / 1000).toFixed(1)} s.`
  );
}
