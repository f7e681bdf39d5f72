import { undoScenarios } from './scenarios/undos.ts';
import { specify } from './specify.ts';

specify('an undo of a run', undoScenarios);
