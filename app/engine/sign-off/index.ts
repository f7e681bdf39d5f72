export { saveSignOff, signOffSummary } from './sign-off.ts';
