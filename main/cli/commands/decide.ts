import { AppError } from '#shared/errors.ts';
import { Band } from '#shared/pairs.ts';
import type { Context } from '../context.ts';
import { type Exit, exit } from '../exit.ts';
import { count } from '../words.ts';

export interface DecideOptions {
  readonly confirm?: string[];
  readonly from?: string;
}

/** `decide`: bulk decisions by band or from a file, with their count. */
export async function decide(
  context: Context,
  project: string,
  { confirm, from }: DecideOptions,
): Promise<Exit> {
  if ((confirm === undefined) === (from === undefined)) {
    throw new AppError('usage', { detail: 'Give either --confirm BAND… or --from FILE.' });
  }
  const wanted =
    from === undefined
      ? { by: 'band' as const, bands: bandsOf(confirm ?? []) }
      : { by: 'file' as const, path: from };
  await context.call('project.open', { path: project });
  const outcome = await context.call('review.decideMany', wanted);
  for (const { accountId, message } of outcome.refused) context.warn(`${accountId}: ${message}`);
  const already = outcome.unchanged > 0 ? `, ${count(outcome.unchanged, 'row')} said so already` : '';
  const refused = outcome.refused.length > 0 ? `, ${count(outcome.refused.length, 'row')} refused` : '';
  context.say(`${count(outcome.decided, 'decision')} taken${already}${refused}.`);
  context.result(outcome);
  return outcome.refused.length > 0 ? exit.inPart : exit.done;
}

function bandsOf(words: readonly string[]): Band[] {
  return words.map((word) => {
    const band = Band.safeParse(word);
    if (band.success) return band.data;
    throw new AppError('usage', {
      detail: `${word} is not a band. The bands are ${Band.options.join(', ')}.`,
    });
  });
}
