import { AppError } from '#shared/errors.ts';
import { safeAddress } from './service/address.ts';

/** What a connection to Salesforce needs. `instanceUrl` is an origin (https://example.my.salesforce.com). */
export interface SalesforceSettings {
  readonly instanceUrl: string;
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly clientId?: string;
  readonly loginUrl?: string;
}

/** What a connection to QuickBooks needs. `apiUrl` is an origin, `tokenUrl` a whole address. */
export interface QuickBooksSettings {
  readonly realmId: string;
  readonly accessToken: string;
  readonly refreshToken?: string;
  readonly clientId?: string;
  readonly clientSecret?: string;
  readonly apiUrl?: string;
  readonly tokenUrl?: string;
}

/** The environment as Node gives it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The connections that the environment sets up; null where it says nothing of a service. */
export interface EnvironmentSettings {
  readonly salesforce: SalesforceSettings | null;
  readonly quickbooks: QuickBooksSettings | null;
}

/**
 * Reads the connections from SALESFORCE_… and QUICKBOOKS_… variables. Blank is the same as unset.
 * Throws `connection-incomplete` when a service is set up in part or an address cannot be used.
 */
export function settingsFromEnvironment(env: Environment): EnvironmentSettings {
  return { salesforce: salesforceFromEnvironment(env), quickbooks: quickbooksFromEnvironment(env) };
}

/** One service of {@link settingsFromEnvironment}: what is amiss with the other does not matter. */
export function salesforceFromEnvironment(env: Environment): SalesforceSettings | null {
  const read = readerOf('Salesforce', env, [
    'SALESFORCE_INSTANCE_URL',
    'SALESFORCE_ACCESS_TOKEN',
    'SALESFORCE_REFRESH_TOKEN',
    'SALESFORCE_CLIENT_ID',
    'SALESFORCE_LOGIN_URL',
  ]);
  if (read === null) return null;
  const instanceUrl = originOf(
    'Salesforce',
    'SALESFORCE_INSTANCE_URL',
    read.required('SALESFORCE_INSTANCE_URL'),
  );
  if (new URL(instanceUrl).hostname.endsWith('.lightning.force.com')) {
    const missing = 'the My Domain address in SALESFORCE_INSTANCE_URL (it ends in .my.salesforce.com)';
    throw new AppError('connection-incomplete', { service: 'Salesforce', missing });
  }
  const accessToken = read.required('SALESFORCE_ACCESS_TOKEN');
  const refreshToken = read.optional('SALESFORCE_REFRESH_TOKEN');
  const clientId =
    refreshToken === undefined
      ? read.optional('SALESFORCE_CLIENT_ID')
      : read.required('SALESFORCE_CLIENT_ID');
  const loginUrl = read.optional('SALESFORCE_LOGIN_URL');
  return {
    instanceUrl,
    accessToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(loginUrl === undefined ? {} : { loginUrl: originOf('Salesforce', 'SALESFORCE_LOGIN_URL', loginUrl) }),
  };
}

/** One service of {@link settingsFromEnvironment}: what is amiss with the other does not matter. */
export function quickbooksFromEnvironment(env: Environment): QuickBooksSettings | null {
  const read = readerOf('QuickBooks', env, [
    'QUICKBOOKS_REALM_ID',
    'QUICKBOOKS_ACCESS_TOKEN',
    'QUICKBOOKS_REFRESH_TOKEN',
    'QUICKBOOKS_CLIENT_ID',
    'QUICKBOOKS_CLIENT_SECRET',
    'QUICKBOOKS_API_URL',
    'QUICKBOOKS_TOKEN_URL',
  ]);
  if (read === null) return null;
  const realmId = read.required('QUICKBOOKS_REALM_ID');
  if (!/^\d+$/.test(realmId)) {
    const missing = 'a company id of digits in QUICKBOOKS_REALM_ID';
    throw new AppError('connection-incomplete', { service: 'QuickBooks', missing });
  }
  const accessToken = read.required('QUICKBOOKS_ACCESS_TOKEN');
  const refreshToken = read.optional('QUICKBOOKS_REFRESH_TOKEN');
  const forRefresh = refreshToken === undefined ? read.optional : read.required;
  const clientId = forRefresh('QUICKBOOKS_CLIENT_ID');
  const clientSecret = forRefresh('QUICKBOOKS_CLIENT_SECRET');
  const apiUrl = read.optional('QUICKBOOKS_API_URL');
  const tokenUrl = read.optional('QUICKBOOKS_TOKEN_URL');
  return {
    realmId,
    accessToken,
    ...(refreshToken === undefined ? {} : { refreshToken }),
    ...(clientId === undefined ? {} : { clientId }),
    ...(clientSecret === undefined ? {} : { clientSecret }),
    ...(apiUrl === undefined ? {} : { apiUrl: originOf('QuickBooks', 'QUICKBOOKS_API_URL', apiUrl) }),
    ...(tokenUrl === undefined
      ? {}
      : { tokenUrl: addressOf('QuickBooks', 'QUICKBOOKS_TOKEN_URL', tokenUrl).href }),
  };
}

interface Reader {
  optional(name: string): string | undefined;
  required(name: string): string;
}

/** Reads a service's variables; null when none of them is set. */
function readerOf(service: string, env: Environment, names: readonly string[]): Reader | null {
  const optional = (name: string) => env[name]?.trim() || undefined;
  if (names.every((name) => optional(name) === undefined)) return null;
  return {
    optional,
    required(name) {
      const value = optional(name);
      if (value === undefined) throw new AppError('connection-incomplete', { service, missing: name });
      return value;
    },
  };
}

function originOf(service: string, name: string, value: string): string {
  return addressOf(service, name, value).origin;
}

/** Tokens travel to these addresses, so nothing but https will do, save on this computer itself. */
function addressOf(service: string, name: string, value: string): URL {
  const url = safeAddress(value);
  if (url === null) {
    throw new AppError('connection-incomplete', {
      service,
      missing: `an address that begins with https:// in ${name}`,
    });
  }
  return url;
}
