import type { Handlers, Of } from './handlers.ts';
import type { Session } from './session.ts';

/** What the last export found against the one before. */
export function driftHandlers(session: Session): Handlers<Of<'drift'>> {
  return {
    'drift.found': ({ side, kind, skip, limit }) => {
      const { project, review } = session.open;
      const found = project.drift.found(side, kind, skip, limit);
      const concerns = review.concernsOf(found);
      return found.map((record, place) => ({ ...record, concerns: concerns[place] ?? '' }));
    },
  };
}
