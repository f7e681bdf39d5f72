import { storageFault } from './storage-fault.ts';

/** Does work on the project file at `path`; what its disk or its content does to it is thrown in a person's words. */
export function telling<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageFault(error, path) ?? error;
  }
}

/** A check that is made before these methods. */
export interface Checked {
  readonly check: () => void;
  readonly before: ReadonlySet<string>;
}

/** A store whose every method throws as {@link telling} does, also while what it gives is gone through. */
export function guarded<T extends object>(store: T, path: string, checked?: Checked): T {
  const members = Object.entries(store).map(([name, member]) => {
    if (typeof member !== 'function') return [name, member] as const;
    const check = checked?.before.has(name) === true ? checked.check : null;
    const method = (...given: unknown[]): unknown =>
      telling(path, () => {
        check?.();
        return goneThrough(path, member.apply(store, given));
      });
    return [name, method] as const;
  });
  return Object.fromEntries(members) as T;
}

function goneThrough(path: string, given: unknown): unknown {
  const isGenerator = given instanceof Object && 'next' in given && Symbol.iterator in given;
  return isGenerator ? throughAll(path, given as Generator<unknown, unknown>) : given;
}

function* throughAll(path: string, all: Generator<unknown, unknown>): Generator<unknown, unknown> {
  try {
    return yield* all;
  } catch (error) {
    throw storageFault(error, path) ?? error;
  }
}
