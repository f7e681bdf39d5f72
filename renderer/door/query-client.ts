import { notifyManager, QueryClient } from '@tanstack/react-query';

/**
 * Keeps what the engine answered. Nothing goes stale by time: the engine says what changed. The engine is on this
 * machine, so calls go out whether or not there is a network, and a failed one is shown rather than repeated.
 */
export function createQueryClient(): QueryClient {
  // Not in a task of its own, as is usual: what changed with it would be drawn before, and then all once more.
  notifyManager.setScheduler(queueMicrotask);
  const always = { networkMode: 'always', retry: false } as const;
  return new QueryClient({
    defaultOptions: {
      queries: { ...always, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false },
      mutations: always,
    },
  });
}
