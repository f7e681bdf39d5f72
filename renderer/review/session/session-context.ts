import { createContext, useContext } from 'react';
import type { ReviewSession } from './session.ts';

const Context = createContext<ReviewSession | null>(null);

/** Makes the review's session known to the components below. */
export const ReviewSessionProvider = Context.Provider;

/** The review's session. Throws outside its provider, which is a fault of the program. */
export function useReviewSession(): ReviewSession {
  const session = useContext(Context);
  if (session === null) throw new Error('useReviewSession is called outside its provider');
  return session;
}
