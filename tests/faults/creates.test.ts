import { createScenarios } from './scenarios/creates.ts';
import { specify } from './specify.ts';

specify('a create of customers', createScenarios);
