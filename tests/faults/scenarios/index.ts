import type { Scenario } from '../scenario.ts';
import { accountCreateScenarios } from './account-creates.ts';
import { bulkWriteScenarios } from './bulk-writes.ts';
import { createScenarios } from './creates.ts';
import { exportScenarios } from './exports.ts';
import { jsforceTraps } from './jsforce-traps.ts';
import { quickbooksTraps } from './quickbooks-traps.ts';
import { undoCreateScenarios } from './undo-creates.ts';
import { undoScenarios } from './undos.ts';
import { writeScenarios } from './writes.ts';

/** Every scenario, under the heading that it has in the table. */
export const scenariosByHeading: Readonly<Record<string, readonly Scenario[]>> = {
  Exports: exportScenarios,
  'Writes of links': writeScenarios,
  'Writes of links by bulk jobs': bulkWriteScenarios,
  'Creates of customers': createScenarios,
  'Creates of accounts': accountCreateScenarios,
  'Undos of runs': [...undoScenarios, ...undoCreateScenarios],
  'The client libraries': [...jsforceTraps, ...quickbooksTraps],
};
