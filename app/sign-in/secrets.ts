import type { Keeping } from '#shared/sign-in.ts';

/** Where tokens and client secrets are kept, by name. Each door brings its own; nothing else ever holds them. */
export interface SecretStore {
  /** How well it keeps them, and how long. */
  keeping(): Promise<Keeping>;
  /** The secret of this name; null when there is none, or it can no longer be read. */
  get(name: string): Promise<string | null>;
  /** Keeps a secret for good. Throws when it could not be kept. */
  set(name: string, value: string): Promise<void>;
  /** Forgets it; a name that is not known is fine. */
  delete(name: string): Promise<void>;
}

/** A store that forgets everything when the program ends. */
export function memorySecrets(): SecretStore {
  const secrets = new Map<string, string>();
  return {
    keeping: async () => 'memory',
    get: async (name) => secrets.get(name) ?? null,
    set: async (name, value) => {
      secrets.set(name, value);
    },
    delete: async (name) => {
      secrets.delete(name);
    },
  };
}
