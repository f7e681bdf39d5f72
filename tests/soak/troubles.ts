import type { Random } from '#app/practice/company/random.ts';
import type { Side } from '#shared/datasets.ts';
import type { Answer, Asked, Way } from './gate.ts';

const html = '<html><body>Service unavailable</body></html>';
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  body: JSON.stringify(body),
});
const unavailable: Answer = { status: 503, headers: { 'content-type': 'text/html' }, body: html };
const through = (back: Extract<Way, { kind: 'through' }>['back']): Way => ({ kind: 'through', back });
const instead = (answer: Answer): Way => ({ kind: 'instead', answer });

const sessionGone = {
  salesforce: json(401, [{ message: 'Session expired or invalid', errorCode: 'INVALID_SESSION_ID' }]),
  quickbooks: json(401, {
    fault: {
      error: [{ message: 'AuthenticationFailed', detail: 'Token expired', code: '3200' }],
      type: 'AUTHENTICATION',
    },
  }),
};

/** What can become of one request; `null` where it does not apply to that service. */
const ways: Readonly<Record<string, (side: Side) => Way | null>> = {
  'cut before': () => ({ kind: 'lost' }),
  'cut after': () => through('lost'),
  'cut within the answer': () => through('cut'),
  'broken JSON': () => through('truncated'),
  'slow answer': () => through('slow'),
  '503 with a page': () => instead(unavailable),
  '401': (side) => instead(sessionGone[side]),
  'limit of the day': (side) =>
    side === 'quickbooks'
      ? null
      : instead(
          json(403, [{ message: 'TotalRequests Limit exceeded.', errorCode: 'REQUEST_LIMIT_EXCEEDED' }]),
        ),
  '429': (side) =>
    side === 'salesforce' ? null : instead(json(429, sessionGone.quickbooks, { 'retry-after': '1' })),
  'fault in a 200': (side) =>
    side === 'salesforce'
      ? null
      : instead(
          json(200, {
            fault: {
              error: [{ message: 'System Failure Error', detail: 'try later', code: '10000' }],
              type: 'SERVICE',
            },
          }),
        ),
};

/** A trouble that a number of requests in a row meet. `what` is one of {@link ways}, or the end of the sign-in. */
export interface Trouble {
  readonly what: string;
  readonly side: Side;
  /** Only requests that change something. */
  readonly writes: boolean;
  readonly after: number;
  readonly times: number;
}

/** A trouble drawn at random. */
export function someTrouble(random: Random): Trouble {
  return {
    what: random.pick([...Object.keys(ways), 'session expires', 'sign-in gone']),
    side: random.pick(['salesforce', 'salesforce', 'quickbooks']),
    writes: random.chance(0.5),
    after: random.int(0, 5),
    times: random.weighted([
      [6, 1],
      [2, 2],
      [1, 4],
    ]),
  };
}

/** The troubles that are still to come. */
export class Troubles {
  #coming: { readonly trouble: Trouble; matched: number }[] = [];

  arm(troubles: readonly Trouble[]): void {
    this.#coming = troubles.map((trouble) => ({ trouble, matched: 0 }));
  }

  /** The first trouble that this request meets; null for none. */
  next({ side, method, path }: Asked): Trouble | null {
    const isWrite = method !== 'GET' && !path.includes('/oauth2/');
    let met: Trouble | null = null;
    for (const coming of this.#coming) {
      const { trouble } = coming;
      if (trouble.side !== side || (trouble.writes && !isWrite)) continue;
      coming.matched += 1;
      const { after, times } = trouble;
      if (met === null && coming.matched > after && coming.matched <= after + times) met = trouble;
    }
    return met;
  }
}

/** What a trouble does to a request that meets it; null for one that has another effect, or none at this service. */
export function wayUnder({ what, side }: Trouble): Way | null {
  return ways[what]?.(side) ?? null;
}
