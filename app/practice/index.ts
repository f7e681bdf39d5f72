export { practiceCompanyName, practiceOrganisationId, practiceRealmId } from './identity.ts';
export { type PracticeCompany, type PracticeOptions, startPractice } from './start.ts';
