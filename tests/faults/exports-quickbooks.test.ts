import { exportScenarios } from './scenarios/exports.ts';
import { specify } from './specify.ts';

specify(
  'an export with a fault at QuickBooks',
  exportScenarios.filter(({ fault }) => fault.startsWith('QuickBooks')),
);
