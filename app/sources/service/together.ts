/**
 * Runs tasks side by side under one signal. When one fails the others are stopped, and its error is thrown.
 */
export async function together<T extends readonly unknown[]>(
  signal: AbortSignal,
  start: (signal: AbortSignal) => { readonly [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  const failure = new AbortController();
  try {
    return await (Promise.all(start(AbortSignal.any([signal, failure.signal]))) as Promise<T>);
  } finally {
    failure.abort();
  }
}
