import { practiceCompanyName } from '../identity.ts';
import type { StoredRecord } from '../store/record.ts';

/** What QuickBooks knows of the company itself. */
export const companyInfo: StoredRecord = {
  CompanyName: practiceCompanyName,
  LegalName: practiceCompanyName,
  CompanyAddr: {
    Id: '1',
    Line1: '1400 Practice Way',
    City: 'Portland',
    CountrySubDivisionCode: 'OR',
    PostalCode: '97209',
  },
  PrimaryPhone: { FreeFormNumber: '(503) 555-0142' },
  CompanyStartDate: '2016-02-08',
  FiscalYearStartMonth: 'January',
  Country: 'US',
  Email: { Address: 'books@practice-company.example' },
  WebAddr: {},
  SupportedLanguages: 'en',
  NameValue: [
    { Name: 'OfferingSku', Value: 'QuickBooks Online Plus' },
    { Name: 'SubscriptionStatus', Value: 'PAID' },
  ],
  domain: 'QBO',
  sparse: false,
  Id: '1',
  SyncToken: '4',
  MetaData: { CreateTime: '2016-02-08T07:00:00-07:00', LastUpdatedTime: '2026-09-14T09:12:40-07:00' },
};

/** How the company set its QuickBooks. */
export const preferences: StoredRecord = {
  AccountingInfoPrefs: {
    FirstMonthOfFiscalYear: 'January',
    UseAccountNumbers: false,
    CustomerTerminology: 'Customers',
  },
  SalesFormsPrefs: {
    AllowDeposit: true,
    AllowDiscount: true,
    AllowShipping: true,
    DefaultTerms: { value: '3' },
  },
  TaxPrefs: { UsingSalesTax: true, PartnerTaxEnabled: true },
  CurrencyPrefs: { MultiCurrencyEnabled: false, HomeCurrency: { value: 'USD' } },
  OtherPrefs: { NameValue: [{ Name: 'SalesFormsPrefs.DefaultCustomerMessage', Value: 'Thank you.' }] },
  domain: 'QBO',
  sparse: false,
  Id: '1',
  SyncToken: '2',
  MetaData: { CreateTime: '2016-02-08T07:00:00-07:00', LastUpdatedTime: '2026-08-02T10:40:11-07:00' },
};
