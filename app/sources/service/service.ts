/** The service that a call goes to, as errors name it. `address` is the origin that is called. */
export interface Service {
  readonly name: 'Salesforce' | 'QuickBooks';
  readonly address: string;
}
