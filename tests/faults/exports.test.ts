import { exportScenarios } from './scenarios/exports.ts';
import { specify } from './specify.ts';

specify('an export', exportScenarios);
