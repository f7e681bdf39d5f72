export { createHandlers } from './creating.ts';
