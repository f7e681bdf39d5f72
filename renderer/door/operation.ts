import type { MutationState } from '@tanstack/react-query';
import { useMutation, useMutationState } from '@tanstack/react-query';
import type { MethodInput, MethodName, MethodOutput } from '#shared/contract.ts';
import { useDoor } from './context.ts';

/** A call that does something: how to start it and how its latest call stands. */
export interface Operation<M extends MethodName> {
  /** Starts it. `onDone` is called with the output unless the screen has been left meanwhile. */
  readonly start: (input: MethodInput<M>, onDone?: (output: MethodOutput<M>) => void) => void;
  readonly pending: boolean;
  /** What the latest call threw, or null. */
  readonly error: unknown;
  readonly output: MethodOutput<M> | undefined;
}

/**
 * One of the contract's calls that change something. How its latest call stands is kept with the project, not with
 * the screen, so that a person who looks elsewhere meanwhile still finds its result or its error.
 */
export function useOperation<M extends MethodName>(method: M): Operation<M> {
  const { call } = useDoor();
  const mutationKey = [method];
  const { mutate } = useMutation<MethodOutput<M>, unknown, MethodInput<M>>({
    mutationKey,
    mutationFn: (input) => call(method, input),
    gcTime: Number.POSITIVE_INFINITY,
  });
  const last = useMutationState<MutationState<MethodOutput<M>, unknown, MethodInput<M>>>({
    filters: { mutationKey, exact: true },
    select: (mutation) => mutation.state,
  }).at(-1);
  return {
    start: (input, onDone) => mutate(input, onDone === undefined ? {} : { onSuccess: onDone }),
    pending: last?.status === 'pending',
    error: last?.status === 'error' ? last.error : null,
    output: last?.status === 'success' ? last.data : undefined,
  };
}
