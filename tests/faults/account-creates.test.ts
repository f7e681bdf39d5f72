import { accountCreateScenarios } from './scenarios/account-creates.ts';
import { specify } from './specify.ts';

specify('a create of accounts', accountCreateScenarios);
