import { useState } from 'react';
import type { Side } from '#shared/datasets.ts';
import { useDoor } from '../door/context.ts';

/** Signing out of one side. `untold` when the service could not be told of it. */
export interface SignOut {
  readonly start: () => void;
  readonly pending: boolean;
  readonly untold: boolean;
  readonly error: unknown;
}

/** Signs out of a side; each side has its own state. */
export function useSignOut(side: Side): SignOut {
  const { call } = useDoor();
  const [pending, setPending] = useState(false);
  const [untold, setUntold] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    pending,
    untold,
    error,
    start() {
      setPending(true);
      setUntold(false);
      setError(null);
      call('connections.signOut', { side })
        .then(({ revoked }) => setUntold(!revoked))
        .catch(setError)
        .finally(() => setPending(false));
    },
  };
}
