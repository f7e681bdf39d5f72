import { undoCreateScenarios } from './scenarios/undo-creates.ts';
import { specify } from './specify.ts';

specify('an undo of a create', undoCreateScenarios);
