import { AppError } from '#shared/errors.ts';
import type { MatchSettings, Pin } from '#shared/matching.ts';
import { pinnedValue } from '#shared/pins.ts';
import type { Handlers } from './handlers.ts';
import type { Session } from './session.ts';

const kinds = { phone: 'phone number', email: 'e-mail address', domain: 'site' } as const;

/** What a person tells the matcher of a project: its policy and the pins. Each answers with what is so then. */
export function teachingHandlers(
  session: Session,
): Handlers<'match.settings' | 'match.setPolicy' | 'match.pin' | 'match.unpin'> {
  function told(): MatchSettings {
    session.emit({ name: 'changed', payload: { what: 'teaching' } });
    return settingsOf(session);
  }

  return {
    'match.settings': () => settingsOf(session),
    'match.setPolicy': (policy) => {
      const { project, review } = session.writable;
      project.teaching.choosePolicy(policy);
      review.refresh();
      session.emit({ name: 'changed', payload: { what: 'proposals' } });
      return told();
    },
    'match.pin': (pin) => {
      const { teaching } = session.writable.project;
      teaching.pin({ ...pin, value: keptValue(pin) }, session.options.author, session.now());
      return told();
    },
    'match.unpin': (pin) => {
      session.writable.project.teaching.unpin({ ...pin, value: keptValue(pin) });
      return told();
    },
  };
}

/** Errors: `pin-value`. */
function keptValue({ kind, value }: Pick<Pin, 'kind' | 'value'>): string {
  const kept = pinnedValue(kind, value);
  if (kept === '') throw new AppError('pin-value', { value, kind: kinds[kind] });
  return kept;
}

function settingsOf(session: Session): MatchSettings {
  const { project } = session.open;
  return {
    policy: project.teaching.policy(),
    pins: project.teaching.pins(),
    matchedAt: project.proposals.matchedAt(),
    since: { decisions: 0, pins: 0, policy: false },
    lesson: null,
  };
}
