import { useEffect, useState } from 'react';
import type { PlannedLink, WritePreview } from '#shared/links.ts';
import { useDoor } from '../door/context.ts';

/** The links of a plan, as far as they are here: they come piece by piece, so that the window never waits for all. */
export function usePlanLinks({ fingerprint, count }: Pick<WritePreview, 'fingerprint' | 'count'>): {
  readonly links: readonly PlannedLink[];
  readonly error: unknown;
} {
  const { call } = useDoor();
  const [links, setLinks] = useState<readonly PlannedLink[]>([]);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      let known: readonly PlannedLink[] = [];
      while (isWanted && known.length < count) {
        const piece = await call('write.previewLinks', { fingerprint, from: known.length });
        if (piece.length === 0) return;
        known = [...known, ...piece];
        if (isWanted) setLinks(known);
      }
    };
    read().catch(setError);
    return () => {
      isWanted = false;
    };
  }, [call, fingerprint, count]);
  return { links, error };
}
