import type { TokenShape } from '../store/sessions.ts';

/** The keys of the practice company's app at Intuit. */
export const quickbooksClientId = 'ABpracticeCompanyClientId0000000000000000000000000';
export const quickbooksClientSecret = 'practiceCompanyClientSecret0000000000000';

/** Another user of the company, who is named where an update comes too late. */
export const otherUser = 'Morgan Reyes';

export const quickbooksTokens: TokenShape = {
  accessToken: (random) => `eyJlbmMiOiJBMTI4Q0JDLUhTMjU2IiwiYWxnIjoiZGlyIn0..${random}`,
  refreshToken: (random) => `AB1${random}`,
};
