import { useQuery } from '@tanstack/react-query';
import type { AccountChoice, CheckedChoice } from '#shared/account-choice.ts';
import { useDoor } from '../door/context.ts';
import { keys } from '../door/keys.ts';

/** What Salesforce says to a choice: what it takes, or why not; undefined while that is not known. */
export interface Checked {
  readonly found: CheckedChoice | undefined;
  readonly error: unknown;
  readonly retry: () => void;
}

/** Asks what a choice takes, anew each time that it is chosen. */
export function useCheckedChoice(choice: AccountChoice | null): Checked {
  const { call } = useDoor();
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: keys.checkedChoice(choice),
    queryFn: async () => (choice === null ? null : await call('sources.checkChoice', { choice })),
    enabled: choice !== null,
    staleTime: 0,
  });
  return {
    found: isFetching ? undefined : (data ?? undefined),
    error: isFetching ? null : error,
    retry: () => void refetch(),
  };
}
