import { createRequire } from 'node:module';
import { Connection } from 'jsforce';
import { type PracticeCompany, startPractice } from '#app/practice/index.ts';

interface QuickBooksLibrary {
  new (...settings: unknown[]): Record<string, (...values: unknown[]) => void> & { token: string };
  V3_ENDPOINT_BASE_URL: string;
  TOKEN_URL: string;
}
const QuickBooks: QuickBooksLibrary = createRequire(import.meta.url)('node-quickbooks');

/** What the library calls back with: the answer, or the body of the refusal. */
export type Answer =
  | { readonly ok: true; readonly body: unknown }
  | { readonly ok: false; readonly status: number; readonly body: unknown };

/** The real jsforce, signed in at a practice company; `changes` replaces settings of the connection. */
export function salesforceOf(
  { environment }: Pick<PracticeCompany, 'environment'>,
  changes: object = {},
): Connection {
  return new Connection({
    instanceUrl: environment.SALESFORCE_INSTANCE_URL ?? '',
    loginUrl: environment.SALESFORCE_LOGIN_URL ?? '',
    accessToken: environment.SALESFORCE_ACCESS_TOKEN ?? '',
    version: '60.0',
    ...changes,
  });
}

/** The real node-quickbooks, signed in at a practice company, each method as a promise of its answer. */
export function quickbooksOf(
  { environment }: Pick<PracticeCompany, 'environment'>,
  token = environment.QUICKBOOKS_ACCESS_TOKEN,
) {
  QuickBooks.V3_ENDPOINT_BASE_URL = `${environment.QUICKBOOKS_API_URL}/v3/company/`;
  QuickBooks.TOKEN_URL = environment.QUICKBOOKS_TOKEN_URL ?? '';
  const client = new QuickBooks(
    environment.QUICKBOOKS_CLIENT_ID,
    environment.QUICKBOOKS_CLIENT_SECRET,
    token,
    false,
    environment.QUICKBOOKS_REALM_ID,
    false,
    false,
    null,
    '2.0',
    environment.QUICKBOOKS_REFRESH_TOKEN,
  );
  return (method: string, ...values: unknown[]): Promise<Answer> =>
    new Promise((resolve) => {
      const call = client[method];
      if (call === undefined) throw new RangeError(`node-quickbooks has no ${method}`);
      call.call(
        client,
        ...values,
        (error: { response?: { status: number; data: unknown } } | null, body: unknown) =>
          resolve(
            error === null
              ? { ok: true, body }
              : { ok: false, status: error.response?.status ?? 0, body: error.response?.data },
          ),
      );
    });
}

/** Runs a test's body with a practice company of its own. */
export async function withPractice<T>(
  use: (practice: PracticeCompany) => Promise<T>,
  options: Parameters<typeof startPractice>[0] = {},
): Promise<T> {
  const practice = await startPractice(options);
  try {
    return await use(practice);
  } finally {
    await practice.close();
  }
}

/** Sends a request to the control or the REST API and gives status, headers and the body as JSON. */
export async function send(
  url: string,
  method = 'GET',
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; headers: Headers; json: unknown }> {
  const response = await fetch(url, {
    method,
    headers: { 'x-practice': '1', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) };
}
