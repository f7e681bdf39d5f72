import { useState } from 'react';
import type { SignInRequest } from '#shared/contract.ts';
import { useDoor } from '../door/context.ts';

/** Beginning a sign-in from a form. */
export interface SignIn {
  readonly begin: (request: SignInRequest) => void;
  readonly pending: boolean;
  readonly error: unknown;
}

/**
 * Begins a sign-in. What it was begun with is not kept, unlike with `useOperation`: it may hold the secret of an app.
 */
export function useSignIn(): SignIn {
  const { call } = useDoor();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  return {
    pending,
    error,
    begin(request) {
      setPending(true);
      setError(null);
      call('connections.signIn', request)
        .catch(setError)
        .finally(() => setPending(false));
    },
  };
}
