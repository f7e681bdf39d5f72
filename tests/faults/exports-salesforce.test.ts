import { exportScenarios } from './scenarios/exports.ts';
import { specify } from './specify.ts';

specify(
  'an export with a fault at Salesforce',
  exportScenarios.filter(({ fault }) => fault.startsWith('Salesforce')),
);
