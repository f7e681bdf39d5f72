/** The table that holds each side's records. */
export const recordTables = { salesforce: 'accounts', quickbooks: 'customers' } as const;
