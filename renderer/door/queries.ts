import { useQuery } from '@tanstack/react-query';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import type { Side } from '#shared/datasets.ts';
import type { RunId } from '#shared/ids.ts';
import { useDoor } from './context.ts';
import { createPlan, journalOf, undoPlan } from './in-pieces.ts';
import { keys } from './keys.ts';

function useCall<M extends MethodName>(key: readonly unknown[], method: M, input: MethodInput<M>) {
  const { call } = useDoor();
  return useQuery<MethodOutput<M>>({ queryKey: key, queryFn: () => call(method, input) });
}

/** The project, its data, its connections and what is under way. */
export const useOverview = () => useCall(keys.overview, 'app.overview', {});

/** Version of the program, and where projects are kept. */
export const useAppInfo = () => useCall(keys.info, 'app.info', {});

/** Projects opened before, the newest first. */
export const useRecentProjects = () => useCall(keys.recent, 'project.recent', {});

/** How signing in to the services stands, and what its forms begin with. */
export const useConnections = () => useCall(keys.connections, 'connections.settings', {});

/** What a match is told beside the records, and what the last one learnt. */
export const useMatchSettings = () => useCall(keys.settings, 'match.settings', {});

/** What a write would do now, without its links; from a balance of `highValueFrom` on a link is one of high value. */
export const useWritePreview = (highValueFrom: number) =>
  useCall(keys.plan(highValueFrom), 'write.preview', { highValueFrom });

/** The records that would be created in a service now. */
export function useCreatePlan(side: Side) {
  const { call } = useDoor();
  return useQuery({ queryKey: keys.creationPlan(side), queryFn: () => createPlan(call, side) });
}

/** What an undo did to the records that the undone run had created. */
export function useRemovals(runId: MethodInput<'runs.removals'>['runId']) {
  return useCall(keys.removals(runId), 'runs.removals', { runId });
}

/** What became of each record that a run created. */
export function useCreationJournal(runId: MethodInput<'create.journal'>['runId']) {
  return useCall(keys.creationJournal(runId), 'create.journal', { runId });
}

/** What was done in this project and what came of it; counted anew whenever it is looked at. */
export function useSummary() {
  const { call } = useDoor();
  return useQuery({
    queryKey: keys.summary,
    queryFn: () => call('worksheet.summary', {}),
    staleTime: 0,
    gcTime: 0,
  });
}

/** The runs of this project. */
export const useRuns = () => useCall(keys.runs, 'runs.list', {});

/** What undoing a run would do, as things are in Salesforce whenever it is looked at. */
export function useUndoPlan(runId: RunId) {
  const { call } = useDoor();
  return useQuery({
    queryKey: keys.undoPlan(runId),
    queryFn: () => undoPlan(call, runId),
    staleTime: 0,
    gcTime: 0,
  });
}

/** The blind samples of this project. */
export const useSamples = () => useCall(keys.samples, 'sample.list', {});

/** What one run planned, sent and got back, an entry a record. */
export function useJournal(runId: RunId) {
  const { call } = useDoor();
  return useQuery({ queryKey: keys.journal(runId), queryFn: () => journalOf(call, runId) });
}
