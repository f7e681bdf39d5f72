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
