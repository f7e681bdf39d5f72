import type { QueryClient } from '@tanstack/react-query';
import { keys } from './keys.ts';

/** What is the same whichever project is open. All other answers are of one project. */
const ofTheProgram: ReadonlySet<unknown> = new Set(
  [keys.info, keys.overview, keys.preferences, keys.recent].map(([method]) => method),
);

/**
 * Forgets every answer that is of a project. Those that a screen still shows are asked for anew: the next project may
 * have no answer to a question, and the screen would go on showing the last one's records.
 */
export function forgetAnswers(client: QueryClient): void {
  const predicate = ({ queryKey: [method] }: { readonly queryKey: readonly unknown[] }) =>
    !ofTheProgram.has(method);
  client.removeQueries({ predicate, type: 'inactive' });
  void client.resetQueries({ predicate });
  client.getMutationCache().clear();
}
