import type { MutationState, QueryClient } from '@tanstack/react-query';
import { useMutation, useMutationState, useQueryClient } from '@tanstack/react-query';
import type { MethodInput, MethodName, MethodOutput, Overview } from '#shared/contract.ts';
import { useDoor } from './context.ts';
import { keys } from './keys.ts';

/** A call that does something: how to start it and how its latest call stands. */
export interface Operation<M extends MethodName> {
  /** Starts it. `onDone` is called with the output unless the screen has been left meanwhile. */
  readonly start: (input: MethodInput<M>, onDone?: (output: MethodOutput<M>) => void) => void;
  /**
   * Starts it, and does with the output what has to be done even if the screen has been left meanwhile, such as having it
   * shown when the person comes back. Nothing is done once another project is open.
   */
  readonly startFor: (input: MethodInput<M>, then: (output: MethodOutput<M>) => void) => void;
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
  const client = useQueryClient();
  const { mutate, mutateAsync } = useMutation<MethodOutput<M>, unknown, MethodInput<M>>({
    mutationKey,
    mutationFn: (input) => call(method, input),
    gcTime: Number.POSITIVE_INFINITY,
  });
  const last = useMutationState<MutationState<MethodOutput<M>, unknown, MethodInput<M>>>({
    filters: { mutationKey, exact: true },
    select: (mutation) => mutation.state,
  }).at(-1);
  return {
    startFor(input, then) {
      const project = openProject(client);
      mutateAsync(input).then(
        (output) => {
          if (openProject(client) === project) then(output);
        },
        // How it failed is told as its error.
        () => undefined,
      );
    },
    start: (input, onDone) => mutate(input, onDone === undefined ? {} : { onSuccess: onDone }),
    pending: last?.status === 'pending',
    error: last?.status === 'error' ? last.error : null,
    output: last?.status === 'success' ? last.data : undefined,
  };
}

function openProject(client: QueryClient): string | undefined {
  return client.getQueryData<Overview>(keys.overview)?.project?.path;
}
