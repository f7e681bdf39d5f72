import { AppError } from '#shared/errors.ts';
import { listenForRedirect } from './loopback.ts';
import { isRedirect, type RedirectAnswer, readRedirect } from './redirect.ts';

/** A sign-in that waits for its answer: from the browser over this computer's own address, or pasted by hand. */
export interface Waiting {
  /** Rejects with `sign-in-state`, `sign-in-timeout` or `cancelled`. */
  readonly answer: Promise<RedirectAnswer>;
  /**
   * Takes the address that the browser was sent to. Throws `sign-in-paste` and `sign-in-state`; the wait then goes on.
   */
  paste(address: string): void;
}

export interface WaitOptions {
  readonly service: string;
  readonly port: number;
  readonly state: string;
  /** The longest wait in milliseconds. */
  readonly patience: number;
  readonly signal: AbortSignal;
}

/** Begins to wait. The port is free again when the wait is over, however it ends. Throws `sign-in-port`. */
export async function waitForAnswer(options: WaitOptions): Promise<Waiting> {
  const { service, port, state, patience, signal } = options;
  const listener = await listenForRedirect(service, port, state);
  const { promise, resolve, reject } = Promise.withResolvers<RedirectAnswer>();
  const stop = () => reject(new AppError('cancelled'));
  const timer = setTimeout(
    () => reject(new AppError('sign-in-timeout', { minutes: Math.max(1, Math.round(patience / 60_000)) })),
    patience,
  );
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  listener.answer.then(resolve, reject);
  const answer = promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    listener.close();
  });
  answer.catch(() => undefined);
  return {
    answer,
    paste(address) {
      const url = URL.parse(address.trim());
      if (url === null || !isRedirect(url)) throw new AppError('sign-in-paste', { service });
      resolve(readRedirect(url, state));
    },
  };
}
