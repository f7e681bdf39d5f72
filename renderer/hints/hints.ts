import { z } from 'zod';
import { usePreference } from '../door/preferences.tsx';

/** The hints there are: for the first decision, the first conflict, the first look at what would be written. */
const HintId = z.enum(['decide', 'conflict', 'preview']);
export type HintId = z.infer<typeof HintId>;

const HintsDone = z.array(z.string());
const none: string[] = [];

/** Which hints are still to be shown, how one is over for good, and how all are shown again. */
export function useShownHints(): {
  readonly isShown: (id: HintId) => boolean;
  readonly dismiss: (id: HintId) => void;
  readonly showAgain: () => void;
} {
  const [done, setDone] = usePreference('hints.done', HintsDone, none);
  return {
    isShown: (id) => !done.includes(id),
    dismiss: (id) => setDone([...new Set([...done, id])]),
    showAgain: () => setDone(null),
  };
}
