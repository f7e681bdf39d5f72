import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { parsedAnswer } from '../service/answer.ts';
import { withinTime } from '../service/deadline.ts';
import type { ConnectionEvents } from '../service/events.ts';
import { repeatingRead } from '../service/reads.ts';
import type { Service } from '../service/service.ts';
import { throwUnsent } from '../service/unsent.ts';
import type { QuickBooksSettings } from '../settings.ts';
import { bodyOf } from './failure.ts';
import type { Callback, QuickBooksApi } from './library.ts';
import { type OnWait, paceOf, quickBooksLimits } from './pace.ts';

/** A call as it is made on node-quickbooks. */
export type Call = (api: QuickBooksApi, done: Callback) => void;

/** The signed-in way to one company, at the pace that QuickBooks allows. */
export interface QuickBooksSession {
  readonly service: Service;
  readonly realmId: string;
  /**
   * Makes a call that changes nothing, again when the connection breaks, and gives the answer in the form of the
   * schema. Renews the sign-in at most once when it has expired. Where QuickBooks asks to wait after too many calls, it
   * waits, tells `onWait`, and calls again; after some waits for the same call it throws `service-limit`.
   */
  read<T>(schema: z.ZodType<T>, signal: AbortSignal, call: Call, onWait?: OnWait): Promise<T>;
  /**
   * Makes a call that changes something, as of `read`, but never again when it got no answer that can be used. The signal
   * ends the waiting before it (`cancelled` with `sent: 'no'`), and not a call that is under way: its answer is worth more
   * than the second it takes.
   */
  write<T>(schema: z.ZodType<T>, signal: AbortSignal, call: Call, onWait?: OnWait): Promise<T>;
}

/** What ends the waiting for a call's turn, and what ends the call itself. */
interface Signals {
  readonly waiting: AbortSignal;
  readonly sending: AbortSignal;
}

/** Intuit's production addresses; the sandbox has an API address of its own and the same token endpoint. */
const production = {
  apiUrl: 'https://quickbooks.api.intuit.com',
  tokenUrl: 'https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer',
};

/** How often one call waits because QuickBooks asks for it. */
const mostWaits = 3;

const TokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
  x_refresh_token_expires_in: z.number().positive().optional(),
});

/** The same session, whose reads tell `onWait` when they have to wait. */
export function watched(session: QuickBooksSession, onWait: OnWait): QuickBooksSession {
  return { ...session, read: (schema, signal, call) => session.read(schema, signal, call, onWait) };
}

/** Opens a session; nothing is sent yet. The tokens live in memory; `events` may keep them. */
export function openSession(
  settings: QuickBooksSettings,
  events: ConnectionEvents,
  milliseconds: number,
): QuickBooksSession {
  const { realmId, clientId, clientSecret } = settings;
  const apiUrl = new URL(settings.apiUrl ?? production.apiUrl).origin;
  const tokenUrl = settings.tokenUrl ?? production.tokenUrl;
  const service: Service = { name: 'QuickBooks', address: apiUrl };
  const pace = paceOf(quickBooksLimits);
  let { accessToken, refreshToken } = settings;
  let refreshing: Promise<void> | null = null;

  async function callOnce(to: Service, signal: AbortSignal, call: Call): Promise<unknown> {
    const { exchange } = await import('./library.ts');
    const access = {
      apiUrl,
      tokenUrl,
      realmId,
      accessToken,
      clientId: clientId ?? '',
      clientSecret: clientSecret ?? '',
      refreshToken: refreshToken ?? '',
    };
    const secrets = [access.accessToken, access.refreshToken, access.clientSecret];
    return withinTime(to, signal, milliseconds, async (ended) =>
      bodyOf(to, await exchange(access, ended, call), secrets),
    );
  }

  async function refresh(): Promise<void> {
    const to: Service = { name: service.name, address: new URL(tokenUrl).origin };
    const body = await callOnce(to, new AbortController().signal, (api, done) =>
      api.refreshAccessToken(done),
    );
    const answer = parsedAnswer(to, TokenAnswer, body);
    const refreshSeconds = answer.x_refresh_token_expires_in;
    await events.onTokens?.({
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token ?? null,
      ...(refreshSeconds === undefined ? {} : { refreshSeconds }),
    });
    accessToken = answer.access_token;
    refreshToken = answer.refresh_token ?? refreshToken;
  }

  /** Calls that find the token expired at the same time share one refresh: a rotated token works only once. */
  async function renew(expired: string): Promise<void> {
    if (accessToken !== expired) return;
    refreshing ??= refresh().finally(() => {
      refreshing = null;
    });
    await refreshing;
  }

  async function unhurried(signals: Signals, call: Call, onWait?: OnWait): Promise<unknown> {
    for (let waits = 0; ; waits += 1) {
      try {
        return await signedIn(signals, call, onWait);
      } catch (error) {
        const seconds = error instanceof AppError && error.code === 'service-limit' && error.data.waitSeconds;
        if (typeof seconds !== 'number' || waits === mostWaits) throw error;
        pace.hold(seconds);
      }
    }
  }

  async function signedIn({ waiting, sending }: Signals, call: Call, onWait?: OnWait): Promise<unknown> {
    await pace.turn(waiting, onWait);
    const token = accessToken;
    try {
      return await callOnce(service, sending, call);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'service-session') throw error;
      if (refreshToken === undefined || clientId === undefined || clientSecret === undefined) throw error;
    }
    await withinTime(service, waiting, milliseconds, () => renew(token)).catch(throwUnsent);
    await pace.turn(waiting, onWait);
    return callOnce(service, sending, call);
  }

  return {
    service,
    realmId,
    read: (schema, signal, call, onWait) =>
      repeatingRead(signal, async () => {
        const signals = { waiting: signal, sending: signal };
        return parsedAnswer(service, schema, await unhurried(signals, call, onWait));
      }),
    write: async (schema, signal, call, onWait) => {
      if (signal.aborted) throw new AppError('cancelled', { sent: 'no' });
      const signals = { waiting: signal, sending: new AbortController().signal };
      return parsedAnswer(service, schema, await unhurried(signals, call, onWait));
    },
  };
}
