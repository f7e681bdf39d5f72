import { AsyncLocalStorage } from 'node:async_hooks';
import { createRequire } from 'node:module';

/** What node-quickbooks calls when it is done: with an error, or with null and a body. */
export type Callback = (error: unknown, body?: unknown) => void;

/** What is used of node-quickbooks 2.0.50, whose own types are wrong in places. Nothing of it throws at the call. */
export interface QuickBooksApi {
  findCustomers(criteria: string | readonly Criterion[], callback: Callback): void;
  findVendors(criteria: string | readonly Criterion[], callback: Callback): void;
  findEmployees(criteria: string | readonly Criterion[], callback: Callback): void;
  getCompanyInfo(realmId: string, callback: Callback): void;
  /** Takes `requestId` off the customer, and sends it so that a repeated call creates nothing twice. */
  createCustomer(customer: Record<string, unknown>, callback: Callback): void;
  /** Sparse unless the customer says otherwise. */
  updateCustomer(customer: Record<string, unknown>, callback: Callback): void;
  refreshAccessToken(callback: Callback): void;
}

/** One part of a query, as node-quickbooks takes it. */
export type Criterion =
  | { readonly count: true }
  | { readonly field: string; readonly value: unknown; readonly operator?: 'IN' };

interface QuickBooksConstructor {
  new (
    clientId: string,
    clientSecret: string,
    accessToken: string,
    tokenSecret: false,
    realmId: string,
    useSandbox: boolean,
    debug: boolean,
    minorVersion: number,
    oauthVersion: '2.0',
    refreshToken: string,
  ): QuickBooksApi;
  V3_ENDPOINT_BASE_URL: string;
  TOKEN_URL: string;
}

/** What is used of axios, through which node-quickbooks makes its requests. */
interface Axios {
  readonly interceptors: {
    readonly request: { use(onRequest: (config: RequestConfig) => RequestConfig): void };
    readonly response: {
      use(
        onAnswer: (answer: AxiosAnswer) => AxiosAnswer,
        onError: (error: AxiosFault) => Promise<never>,
      ): void;
    };
  };
}
interface RequestConfig {
  url?: string;
  signal?: AbortSignal;
  proxy?: false;
}
interface AxiosAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly headers: Readonly<Record<string, unknown>>;
}
interface AxiosFault {
  readonly response?: AxiosAnswer;
}

/** An answer as it came: its status, and its body as parsed from JSON, or as text where it is none. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The header Retry-After; '' where there is none. */
  readonly retryAfter: string;
}

/** What came of one request. */
export interface Exchange {
  readonly signal: AbortSignal;
  answer: Answer | null;
  broken: { readonly error: unknown } | null;
}

const require = createRequire(import.meta.url);
const QuickBooks: QuickBooksConstructor = require('node-quickbooks');
const axios: Axios = createRequire(require.resolve('node-quickbooks'))('axios');

/** The exchange that the running call belongs to: node-quickbooks hands nothing through to its requests. */
const exchanges = new AsyncLocalStorage<Exchange>();

axios.interceptors.request.use((config) => {
  const exchange = exchanges.getStore();
  if (exchange === undefined) return config;
  config.signal = exchange.signal;
  if (/^http:\/\/(localhost|127\.|\[::1\])/.test(config.url ?? '')) config.proxy = false;
  return config;
});
axios.interceptors.response.use(
  (answer) => {
    const exchange = exchanges.getStore();
    if (exchange !== undefined) exchange.answer = answerOf(answer, answer.data);
    return answer;
  },
  (error) => {
    const exchange = exchanges.getStore();
    if (exchange !== undefined) {
      const { response } = error;
      // An answer that broke off has a response too, without the body.
      if (response?.data === undefined) exchange.broken = { error };
      else exchange.answer = answerOf(response, response.data);
    }
    return Promise.reject(error);
  },
);

function answerOf({ status, headers }: AxiosAnswer, body: unknown): Answer {
  return { status, body, retryAfter: String(headers['retry-after'] ?? '') };
}

/** Where and as whom a call is made. `apiUrl` is an origin, `tokenUrl` a whole address. */
export interface Access {
  readonly apiUrl: string;
  readonly tokenUrl: string;
  readonly realmId: string;
  readonly accessToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

/** The minor version of QuickBooks' API that every call names; the oldest that Intuit still serves. */
const minorVersion = 75;

/**
 * Makes one call and gives what came of it. Rejects only for a fault of the program.
 *
 * node-quickbooks reads its addresses from statics of the whole process: the API's in the constructor, the token
 * endpoint's when a refresh begins. Both are set here, right before, with no wait in between, so that clients of
 * several companies do not meet. It takes the API's address for the sandbox's and cuts "sandbox-" from it unless told
 * that it is one, so it is always told so.
 * Its callback may come twice or bring a TypeError of its own in place of the answer (a `fault` in lower case, a web
 * page): it only says that the call is over, the first time; the answer is taken from the request itself.
 */
export async function exchange(
  access: Access,
  signal: AbortSignal,
  call: (api: QuickBooksApi, done: Callback) => void,
): Promise<Exchange> {
  const current: Exchange = { signal, answer: null, broken: null };
  const { promise: over, resolve } = Promise.withResolvers<unknown>();
  exchanges.run(current, () => {
    QuickBooks.V3_ENDPOINT_BASE_URL = `${access.apiUrl}/v3/company/`;
    QuickBooks.TOKEN_URL = access.tokenUrl;
    const api = new QuickBooks(
      access.clientId,
      access.clientSecret,
      access.accessToken,
      false,
      access.realmId,
      true,
      false,
      minorVersion,
      '2.0',
      access.refreshToken,
    );
    call(api, (error) => resolve(error));
  });
  const error = await over;
  if (current.answer === null && current.broken === null) throw error ?? new Error('no answer was seen');
  return current;
}
