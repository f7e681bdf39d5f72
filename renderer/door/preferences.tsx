import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useMemo } from 'react';
import type { z } from 'zod';
import type { Preferences } from '#shared/preferences.ts';
import { useDoor } from './context.ts';
import { keepPreference } from './keep-preference.ts';
import { keys } from './keys.ts';

const PreferencesContext = createContext<Preferences | undefined>(undefined);

/** Reads the preferences once for all that ask: a dozen places of one screen do, at every key. */
export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const { call } = useDoor();
  const { data } = useQuery({ queryKey: keys.preferences, queryFn: () => call('preferences.all', {}) });
  return <PreferencesContext value={data}>{children}</PreferencesContext>;
}

/**
 * A preference of the person, kept by the engine across starts and projects, and a way to set it (null: the usual again).
 * One that was never set, is not read yet or no longer fits its schema is the `usual`, which has to be the same object at
 * every call.
 */
export function usePreference<T>(
  key: string,
  schema: z.ZodType<T>,
  usual: T,
): readonly [T, (value: T | null) => void] {
  const { call } = useDoor();
  const client = useQueryClient();
  const text = use(PreferencesContext)?.[key];
  const value = useMemo(() => read(text, schema, usual), [text, schema, usual]);
  const set = useCallback(
    (next: T | null) => {
      void keepPreference(call, client, key, next === null ? null : JSON.stringify(next));
    },
    [call, client, key],
  );
  return [value, set];
}

function read<T>(text: string | undefined, schema: z.ZodType<T>, usual: T): T {
  if (text === undefined) return usual;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : usual;
  } catch {
    return usual;
  }
}
