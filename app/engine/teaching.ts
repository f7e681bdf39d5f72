import { AppError } from '#shared/errors.ts';
import type { MatchSettings } from '#shared/matching.ts';
import { pinnedValue } from '#shared/pins.ts';
import type { Handlers } from './handlers.ts';
import { settingsOf } from './match-settings.ts';
import type { Session } from './session.ts';

const kinds = { phone: 'phone number', email: 'e-mail address', domain: 'site' } as const;

/** What a person tells the matcher of a project: its policy and the pins. Each answers with what is so then. */
export function teachingHandlers(
  session: Session,
): Handlers<'match.settings' | 'match.setPolicy' | 'match.pin' | 'match.unpin'> {
  function told(): Promise<MatchSettings> {
    session.emit({ name: 'changed', payload: { what: 'teaching' } });
    return settingsOf(session);
  }

  return {
    'match.settings': () => settingsOf(session),
    'match.setPolicy': async (policy) => {
      const { project, review } = session.writable;
      await review.apart(async () => {
        project.teaching.choosePolicy(policy);
        // Whether a customer that one account has is free for another depends on the policy.
        await review.renew();
      });
      session.emit({ name: 'changed', payload: { what: 'proposals' } });
      return told();
    },
    'match.pin': (pin) => {
      const { teaching } = session.writable.project;
      if (pinnedValue(pin.kind, pin.value) === '') {
        throw new AppError('pin-value', { value: pin.value, kind: kinds[pin.kind] });
      }
      teaching.pin(pin, session.options.author, session.now());
      return told();
    },
    'match.unpin': (pin) => {
      session.writable.project.teaching.unpin(pin);
      return told();
    },
  };
}
