/**
 * The practice company: stand-ins for Salesforce and QuickBooks Online that speak the services' own protocols over
 * HTTP on loopback, over a made-up company with the disorder of real ones.
 *
 * Each server has a control under `/practice`, for tests and demonstrations. What changes something wants the header
 * `x-practice: 1`.
 * - `GET log`: every record write since the start or the last reset, refused ones included, in order.
 * - `GET records`: all records as stored, by entity name.
 * - `POST records/{id}` `{changes}`, `DELETE records/{id}`, `POST add/{entity}` `{fields}`,
 *   `POST merge/{entity}` `{master, loser}`: what another user does.
 * - `POST faults` `[{match, after, times, fault, …}]`, `GET faults`: see http/fault-rule.ts.
 * - `POST limits`: how many calls are allowed, `{perSecond, perMinute, batchesPerMinute}` at QuickBooks, where they are
 *   off until set, and `{daily, rowsPerPage}` at Salesforce.
 * - `POST setup`: how Salesforce's Account is set up, see salesforce/account-setup.ts.
 * - `POST sessions/expire` `{refresh}`: ends the access tokens, and the refresh token too. Nothing ends by the clock.
 * - `POST reset`: the initial company again, on both sides.
 */
export { isPractice, practiceCompanyName, practiceOrganisationId, practiceRealmId } from './identity.ts';
export { type PracticeCompany, type PracticeOptions, startPractice } from './start.ts';
