import type { TokenShape } from '../store/sessions.ts';

/** The keys of the practice company's app at Intuit. */
export const quickbooksClientId = 'ABpracticeCompanyClientId0000000000000000000000000';
export const quickbooksClientSecret = 'practiceCompanyClientSecret0000000000000';

/** The user who is signed in, and the other user in whose name the control edits. */
export const otherUser = 'Morgan Reyes';

export const quickbooksTokens: TokenShape = {
  accessToken: (random) => `eyJlbmMiOiJBMTI4Q0JDLUhTMjU2IiwiYWxnIjoiZGlyIn0..${random}`,
  refreshToken: (random) => `AB1${random}`,
};
