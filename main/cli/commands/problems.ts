import type { JournalEntry, RunInfo } from '#shared/links.ts';
import type { Context } from '../context.ts';

/** Says of every record of these runs that is not done what became of it, and why; gives them. */
export async function sayProblems(context: Context, runs: readonly RunInfo[]): Promise<JournalEntry[]> {
  const problems: JournalEntry[] = [];
  for (const { id, counts } of runs) {
    // A large journal that holds no problem is not read.
    if (Object.entries(counts).every(([state, count]) => state === 'done' || count === 0)) continue;
    const journal = await context.call('runs.journal', { runId: id });
    problems.push(...journal.filter(({ state }) => state !== 'done'));
  }
  for (const { accountName, accountId, state, message, serviceMessage } of problems) {
    const said = serviceMessage === '' ? '' : ` Salesforce: ${serviceMessage}`;
    context.warn(`${accountName} (${accountId}): ${state}. ${message}${said}`);
  }
  return problems;
}
