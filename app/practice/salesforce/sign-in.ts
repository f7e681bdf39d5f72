import { practiceOrganisationId } from '../identity.ts';
import type { TokenShape } from '../store/sessions.ts';

/** The client id of the practice company's external client app. */
export const salesforceClientId = '3MVG9practice.company.external.client.app';

/** The user who is signed in. */
export const signedInUserId = '0050000PracUserAEC';

/** A second user, in whose name the control edits records. */
export const otherUserId = '0050000PracUse2AEC';

/** A session id of Salesforce: the organisation, `!`, and what is secret. */
export const salesforceTokens: TokenShape = {
  accessToken: (random) => `${practiceOrganisationId.slice(0, 15)}!AQ.${random}`,
  refreshToken: (random) => `5Aep861${random}`,
};
