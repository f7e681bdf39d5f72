import { writeScenarios } from './scenarios/writes.ts';
import { specify } from './specify.ts';

specify('a write of links', writeScenarios);
