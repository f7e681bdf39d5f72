import type { QueryClient } from '@tanstack/react-query';
import type { AppEvent, Overview, Progress } from '#shared/contract.ts';
import { keys } from './keys.ts';

type ChangedPart = Extract<AppEvent, { name: 'changed' }>['payload']['what'];

/** What is read again when a part of the project changed. Decisions are followed by the review itself. */
const affected: Record<ChangedPart, readonly (readonly string[])[]> = {
  project: Object.values(keys).flatMap((key) => (typeof key === 'function' ? [] : [key])),
  datasets: [
    keys.summary,
    keys.overview,
    keys.rows,
    keys.customers,
    keys.details,
    keys.searches,
    keys.plans,
    keys.creationPlans,
    keys.settings,
  ],
  proposals: [
    keys.summary,
    keys.overview,
    keys.rows,
    keys.customers,
    keys.details,
    keys.plans,
    keys.creationPlans,
    keys.settings,
  ],
  creations: [keys.creationPlans],
  decisions: [keys.summary, keys.plans, keys.creationPlans, keys.settings],
  runs: [
    keys.summary,
    keys.overview,
    keys.rows,
    keys.details,
    keys.plans,
    keys.creationPlans,
    keys.undoPlans,
    keys.allRemovals,
    keys.runs,
    keys.journals,
    keys.creationJournals,
  ],
  connections: [keys.overview, keys.plans, keys.connections, keys.preflights],
  teaching: [keys.summary, keys.settings, keys.plans],
};

function showProgress(client: QueryClient, running: Progress | null): void {
  client.setQueryData<Overview>(keys.overview, (overview) => overview && { ...overview, running });
}

/**
 * Keeps the answers in step with the engine's events: progress is shown as it comes, and what changed is read again
 * where it is on screen and marked stale where it is not.
 */
export function followEvent(client: QueryClient, event: AppEvent): void {
  if (event.name === 'progress') showProgress(client, event.payload);
  if (event.name === 'operation-ended') showProgress(client, null);
  if (event.name === 'changed') {
    for (const queryKey of affected[event.payload.what]) void client.invalidateQueries({ queryKey });
  }
}
