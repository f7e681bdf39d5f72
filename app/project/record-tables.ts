/** The table that holds each side's records. */
export const recordTables = { salesforce: 'accounts', quickbooks: 'customers' } as const;

/** Makes a table of records under a name. `revision` is that of the export in which the record last changed. */
export const recordTable = (name: string): string =>
  `CREATE TABLE ${name} (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    record TEXT NOT NULL,
    revision INTEGER NOT NULL
  ) STRICT`;
