import type { Connection } from 'jsforce';
import { z } from 'zod';
import { AppError } from '#shared/errors.ts';
import { parsedAnswer } from '../service/answer.ts';
import { withinTime } from '../service/deadline.ts';
import type { ConnectionEvents } from '../service/events.ts';
import { repeatingRead } from '../service/reads.ts';
import type { Service } from '../service/service.ts';
import { throwUnsent } from '../service/unsent.ts';
import type { SalesforceSettings } from '../settings.ts';

/** A call as it is made on a jsforce connection. */
export type Call = (connection: Connection) => PromiseLike<unknown>;

/**
 * The signed-in way to one organisation. Both methods renew the sign-in at most once when it has expired, and give
 * the answer in the form of the schema; else they throw `service-answer`.
 */
export interface SalesforceSession {
  readonly service: Service;
  /** Makes a call that changes nothing; may make it again when the connection breaks. */
  read<T>(schema: z.ZodType<T>, signal: AbortSignal, call: Call): Promise<T>;
  /** Makes a call that changes something; never again once it may have arrived. */
  write<T>(schema: z.ZodType<T>, signal: AbortSignal, call: Call): Promise<T>;
}

const TokenAnswer = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1).optional(),
});

/**
 * Opens a session; nothing is sent yet. The tokens live in memory; `events` may keep them. Without `loginUrl` the sign-in is renewed at
 * the instance's own address, which serves production and sandbox alike.
 */
export function openSession(
  settings: SalesforceSettings,
  events: ConnectionEvents,
  milliseconds: number,
): SalesforceSession {
  const service: Service = { name: 'Salesforce', address: new URL(settings.instanceUrl).origin };
  const wire = { service, milliseconds };
  let accessToken = settings.accessToken;
  let refreshToken = settings.refreshToken;
  let refreshing: Promise<void> | null = null;

  async function refresh(signal: AbortSignal): Promise<void> {
    const { refreshOnce } = await import('./wire.ts');
    if (refreshToken === undefined || settings.clientId === undefined) {
      throw new AppError('service-session', { service: service.name });
    }
    const login = {
      loginUrl: settings.loginUrl ?? service.address,
      clientId: settings.clientId,
      refreshToken,
    };
    const answer = parsedAnswer(service, TokenAnswer, await refreshOnce(wire, login, signal));
    await events.onTokens?.({
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token ?? null,
    });
    accessToken = answer.access_token;
    refreshToken = answer.refresh_token ?? refreshToken;
  }

  /** Calls that find the session expired at the same time share one refresh: a rotated token works only once. */
  async function renew(expired: string): Promise<void> {
    if (accessToken !== expired) return;
    refreshing ??= refresh(new AbortController().signal).finally(() => {
      refreshing = null;
    });
    await refreshing;
  }

  async function signedIn(signal: AbortSignal, call: Call): Promise<unknown> {
    const { callOnce } = await import('./wire.ts');
    const token = accessToken;
    try {
      return await callOnce(wire, token, signal, call);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'service-session') throw error;
      if (refreshToken === undefined) throw error;
    }
    await withinTime(service, signal, milliseconds, () => renew(token)).catch(throwUnsent);
    return callOnce(wire, accessToken, signal, call);
  }

  return {
    service,
    read: (schema, signal, call) =>
      repeatingRead(signal, async () => parsedAnswer(service, schema, await signedIn(signal, call))),
    write: async (schema, signal, call) => parsedAnswer(service, schema, await signedIn(signal, call)),
  };
}
