import type { QueryClient } from '@tanstack/react-query';
import type { Preferences } from '#shared/preferences.ts';
import type { Call } from './client.ts';
import { keys } from './keys.ts';

/** Shows a preference (null: none) and has it kept; where that fails, what is kept is shown again. */
export async function keepPreference(
  call: Call,
  client: QueryClient,
  key: string,
  value: string | null,
): Promise<void> {
  client.setQueryData<Preferences>(keys.preferences, (known = {}) => {
    const { [key]: _, ...others } = known;
    return value === null ? others : { ...others, [key]: value };
  });
  try {
    await call('preferences.set', { key, value });
  } catch {
    await client.invalidateQueries({ queryKey: keys.preferences });
  }
}
