import type { MatchOutcome, MatchSummary } from '#shared/contract.ts';
import type { Lesson } from '#shared/matching.ts';
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

export interface ProposeOptions {
  readonly out?: string;
  readonly subCustomers?: boolean;
  readonly severalAccounts?: boolean;
}

/** `propose`: match what the project holds, under its policy or the one given, which is then the project's. */
export async function propose(context: Context, project: string, options: ProposeOptions): Promise<Exit> {
  const { out, subCustomers, severalAccounts } = options;
  await context.call('project.open', { path: project });
  if (subCustomers !== undefined || severalAccounts !== undefined) {
    const { policy } = await context.call('match.settings', {});
    await context.call('match.setPolicy', {
      subCustomers: subCustomers ?? policy.subCustomers,
      severalAccounts: severalAccounts ?? policy.severalAccounts,
    });
  }
  const summary = await context.call('match.run', {});
  context.say(matchSentence(summary));
  if (summary.lesson !== null) context.say(lessonSentence(summary.lesson, summary.changed));
  const saved = out === undefined ? null : await context.call('match.save', { path: out });
  if (saved !== null) context.say(`${count(saved.rows, 'row')} in ${saved.path}.`);
  context.result({ ...summary, out: saved });
  return exit.done;
}

/** What decisions taught, with the change of weight that matters most. */
function lessonSentence({ confirmed, rejected, changes }: Lesson, changed: MatchOutcome['changed']): string {
  const first = changes[0];
  const weight =
    first === undefined
      ? 'the weights stay as they are'
      : `"${first.label}" now counts ${bits(first.after)} bits (${bits(first.before)} before)`;
  const more = changes.length > 1 ? `, and ${count(changes.length - 1, 'other change')}` : '';
  return (
    `Learnt from ${confirmed} confirmed and ${count(rejected, 'rejected pair')}: ${weight}${more}; ` +
    `${count(changed.proposals, 'row')} with another customer, ${changed.gone} with none any more.`
  );
}

function bits(weight: number): string {
  return weight.toFixed(1);
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
