export { type ReadCustomers, readCustomersAside, readCustomersHere } from './read-customers.ts';
