/** The practice organisation's id at Salesforce. */
export const practiceOrganisationId = '00D0000PracticeEEA';

/** The practice company's realm id at QuickBooks. */
export const practiceRealmId = '9130000000000000001';

/** The name under which both services know the practice company. */
export const practiceCompanyName = 'Practice company';
