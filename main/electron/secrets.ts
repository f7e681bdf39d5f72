import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { safeStorage } from 'electron';
import { z } from 'zod';
import type { SecretStore } from '#app/sign-in/index.ts';

/** Encrypted secrets by name, in base64. */
const Stored = z.record(z.string(), z.string());

/**
 * Secrets encrypted by the system's keychain and kept in `file`; in memory where the system has none to offer. One thing
 * is done at a time, so that no change is lost to another.
 * See https://www.electronjs.org/docs/latest/api/safe-storage
 */
export function systemSecrets(file: string): SecretStore {
  const memory = new Map<string, string>();
  const isAvailable = () => safeStorage.isAsyncEncryptionAvailable().catch(() => false);
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn.catch(() => undefined);
    return turn;
  }

  async function keep(name: string, value: string): Promise<void> {
    const encrypted = await safeStorage.encryptStringAsync(value);
    save(file, { ...read(file), [name]: encrypted.toString('base64') });
  }

  return {
    async keeping() {
      if (!(await isAvailable())) return 'memory';
      const isWeak = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text';
      return isWeak ? 'weak' : 'system';
    },
    get: (name) =>
      inTurn(async () => {
        if (!(await isAvailable())) return memory.get(name) ?? null;
        const kept = read(file)[name];
        if (kept === undefined) return null;
        try {
          const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(
            Buffer.from(kept, 'base64'),
          );
          // The keychain's key was replaced: kept under the old one, the secret would be lost with it.
          if (shouldReEncrypt) await keep(name, result);
          return result;
        } catch {
          // Another user's or another machine's: the person signs in again.
          return null;
        }
      }),
    set: (name, value) =>
      inTurn(async () => {
        if (await isAvailable()) await keep(name, value);
        else memory.set(name, value);
      }),
    delete: (name) =>
      inTurn(async () => {
        memory.delete(name);
        const { [name]: gone, ...others } = read(file);
        if (gone !== undefined) save(file, others);
      }),
  };
}

function read(file: string): z.infer<typeof Stored> {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

function save(file: string, stored: z.infer<typeof Stored>): void {
  mkdirSync(dirname(file), { recursive: true });
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, JSON.stringify(stored), { mode: 0o600 });
  renameSync(beside, file);
}
