import { z } from 'zod';
import type { RefreshedTokens } from '#app/sources/index.ts';
import type { SecretStore } from './secrets.ts';

/** What a sign-in came to. Kept as one secret, so that a renewed token and its time are never apart. Times are ISO 8601. */
export const Tokens = z.object({
  accessToken: z.string().min(1),
  refreshToken: z.string().min(1),
  /** When the person signed in, and when the refresh token was last given. */
  since: z.string(),
  renewedAt: z.string(),
  /** How long the refresh token lasts from `renewedAt`; null where the service sets no such time. */
  refreshSeconds: z.number().nullable(),
  /** The secret of the person's app; null where it has none. */
  clientSecret: z.string().nullable(),
});
export type Tokens = z.infer<typeof Tokens>;

/** The tokens kept under a name; null when there are none that can be read. */
export async function readTokens(secrets: SecretStore, name: string): Promise<Tokens | null> {
  const kept = await secrets.get(name);
  if (kept === null) return null;
  try {
    return Tokens.parse(JSON.parse(kept));
  } catch {
    return null;
  }
}

/** Keeps tokens under a name. Throws what the store throws. */
export async function keepTokens(secrets: SecretStore, name: string, tokens: Tokens): Promise<void> {
  await secrets.set(name, JSON.stringify(tokens));
}

/** The tokens after a renewal. What the service did not give anew stays as it was. */
export function renewedTokens(
  tokens: Tokens,
  { accessToken, refreshToken, refreshSeconds }: RefreshedTokens,
  now: Date,
): Tokens {
  if (refreshToken === null) return { ...tokens, accessToken };
  return {
    ...tokens,
    accessToken,
    refreshToken,
    renewedAt: now.toISOString(),
    refreshSeconds: refreshSeconds ?? tokens.refreshSeconds,
  };
}
