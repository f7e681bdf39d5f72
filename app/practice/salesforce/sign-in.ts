import type { TokenShape } from '../store/sessions.ts';

/** The client id of the practice company's external client app. */
export const salesforceClientId = '3MVG9practice.company.external.client.app';

/** The user who is signed in. */
export const signedInUserId = '0050000PracUserAEC';

/** A second user, in whose name the control edits records. */
export const otherUserId = '0050000PracUse2AEC';

/** An organisation's session ids: its own id, `!`, and what is secret. */
export function salesforceTokens(organisationId: string): TokenShape {
  return {
    accessToken: (random) => `${organisationId.slice(0, 15)}!AQ.${random}`,
    refreshToken: (random) => `5Aep861${random}`,
  };
}
