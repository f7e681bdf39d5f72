import { join } from 'node:path';
import { preferenceStore } from '#app/home/index.ts';
import type { Handlers, Of } from './handlers.ts';
import type { Session } from './session.ts';

/** How the person likes the program, whatever the project. */
export function preferenceHandlers(session: Session): Handlers<Of<'preferences'>> {
  const store = preferenceStore(join(session.options.home.state, 'preferences.json'));
  return {
    'preferences.all': () => store.all(),
    'preferences.set': ({ key, value }) => {
      store.set(key, value);
      return store.all();
    },
  };
}
