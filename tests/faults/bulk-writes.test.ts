import { bulkWriteScenarios } from './scenarios/bulk-writes.ts';
import { specify } from './specify.ts';

specify('a write of links by bulk jobs', bulkWriteScenarios);
