/** The practice organisation's id at Salesforce. */
export const practiceOrganisationId = '00D0000PracticeEEA';

/** The practice company's realm id at QuickBooks. */
export const practiceRealmId = '9130000000000000001';

/** The name under which both services know the practice company. */
export const practiceCompanyName = 'Practice company';

/** As whom both services know a company. */
export interface Identity {
  readonly organisationId: string;
  readonly realmId: string;
  readonly name: string;
  /** Of the e-mail addresses of its people. */
  readonly domain: string;
}

export const usualIdentity: Identity = {
  organisationId: practiceOrganisationId,
  realmId: practiceRealmId,
  name: practiceCompanyName,
  domain: 'practice-company.example',
};

/** A second company, whose records have ids that records of the first have too, as those of any two companies may. */
export const secondIdentity: Identity = {
  organisationId: '00D0000Practi2EEEQ',
  realmId: '9130000000000000002',
  name: 'Second practice company',
  domain: 'second-practice-company.example',
};

/** Whether an organisation's or realm's id is that of a practice company. */
export function isPractice(id: string): boolean {
  return [usualIdentity, secondIdentity].some(
    ({ organisationId, realmId }) => id === organisationId || id === realmId,
  );
}
