export { readCustomersAside, readCustomersHere } from './read-customers.ts';
