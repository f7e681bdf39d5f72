import { jsforceTraps } from './scenarios/jsforce-traps.ts';
import { quickbooksTraps } from './scenarios/quickbooks-traps.ts';
import { specify } from './specify.ts';

specify('a trap of the client libraries', [...jsforceTraps, ...quickbooksTraps]);
