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

  async function unhurried(signal: AbortSignal, call: Call, onWait?: OnWait): Promise<unknown> {
    for (let waits = 0; ; waits += 1) {
      try {
        return await signedIn(signal, call, onWait);
      } catch (error) {
        const seconds = error instanceof AppError && error.code === 'service-limit' && error.data.waitSeconds;
        if (typeof seconds !== 'number' || waits === mostWaits) throw error;
        pace.hold(seconds);
      }
    }
  }

  async function signedIn(signal: AbortSignal, call: Call, onWait?: OnWait): Promise<unknown> {
    await pace.turn(signal, onWait);
    const token = accessToken;
    try {
      return await callOnce(service, signal, call);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'service-session') throw error;
      if (refreshToken === undefined || clientId === undefined || clientSecret === undefined) throw error;
    }
    await withinTime(service, signal, milliseconds, () => renew(token)).catch(throwUnsent);
    await pace.turn(signal, onWait);
    return callOnce(service, signal, call);
  }

  return {
    service,
    realmId,
    read: (schema, signal, call, onWait) =>
      repeatingRead(signal, async () => parsedAnswer(service, schema, await unhurried(signal, call, onWait))),
  };
}
