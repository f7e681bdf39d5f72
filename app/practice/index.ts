/**
 * The practice company: stand-ins for Salesforce and QuickBooks Online that speak the services' own protocols over
 * HTTP on loopback, over a made-up company with the disorder of real ones.
 *
 * Each server has a control under `/practice`, for tests and demonstrations. What changes something wants the header
 * `x-practice: 1`.
 * - `GET log`: every record write since the start or the last reset, refused ones included, in order.
 * - `GET records`: all records as stored, by entity name.
 * - `POST records/{id}` `{changes}`, `DELETE records/{id}`: what another user does meanwhile.
 * - `POST faults` `[{match, after, times, fault, …}]`, `GET faults`: see http/faults.ts.
 * - `POST sessions/expire` `{refresh}`: ends the access tokens, and the refresh token too. Nothing ends by the clock.
 * - `POST reset`: the initial company again, on both sides.
 */
export { practiceCompanyName, practiceOrganisationId, practiceRealmId } from './identity.ts';
export { type PracticeCompany, type PracticeOptions, startPractice } from './start.ts';
