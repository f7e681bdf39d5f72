import { type Layout, many, one } from './layout.ts';

/**
 * The headings of Customers: the API's property names, also with a dot (`PrimaryEmailAddr.Address`); QuickBooks
 * Online's customer list, its Customer Contact List report and its import template; QuickBooks Desktop's customer
 * list and its IIF keywords.
 */
export const customerLayout = {
  record: 'customer',
  keys: [['id', 'displayName']],
  fields: {
    id: one('Id | Customer ID | QuickBooks Id | QuickBooks Customer Id | QB Id | List ID'),
    syncToken: one('SyncToken'),
    displayName: one(
      'DisplayName | Customer Full Name | Customer | Customer Name | Customer Display Name | Customer:Job',
      'Job or Customer Name | Name | Client | Client Name',
    ),
    fullyQualifiedName: one('FullyQualifiedName'),
    companyName: one('CompanyName | Company'),
    givenName: one('GivenName | First Name'),
    familyName: one('FamilyName | Last Name | Surname'),
    contactName: one('Full Name | Primary Contact | Contact | Contact Name | CONT1'),
    printOnCheckName: one('PrintOnCheckName | Print on Check As | Name on Checks'),
    email: many(
      'PrimaryEmailAddr | PrimaryEmailAddr.Address | Email | Email Address | Main Email | CC Email | CC',
    ),
    phoneNumbers: one('Phone Numbers'),
    phone: one(
      'PrimaryPhone | PrimaryPhone.FreeFormNumber | Phone | Main Phone | Phone Number | Work Phone | PHONE1',
    ),
    mobile: one('Mobile | Mobile.FreeFormNumber | Mobile Phone | Cell | Cell Phone'),
    alternatePhone: one('AlternatePhone | AlternatePhone.FreeFormNumber | Alt. Phone | Other Phone | PHONE2'),
    fax: one('Fax | Fax.FreeFormNumber | Fax Number | FAXNUM'),
    website: one('WebAddr | WebAddr.URI | Website | Web Site | URL'),
    billingStreet: many(
      'BillAddr.Line# | Bill Street | Bill Street # | Billing Street | Billing Street # | Bill to Street',
      'Bill to Street # | Street Address | Street',
    ),
    billingCity: one('BillAddr.City | Bill City | Billing City | Bill to City | City'),
    billingState: one(
      'BillAddr.CountrySubDivisionCode | BillAddr.State | Bill State | Billing State | Billing State/Province',
      'Bill to State | State | Province | State/Province',
    ),
    billingPostalCode: one(
      'BillAddr.PostalCode | Bill Zip | Bill Zip Code | Billing Zip | Billing Zip Code | Billing Postal Code',
      'Billing Zip/Postal Code | Bill to Zip | Zip | Zip Code | Postal Code | Postcode',
    ),
    billingCountry: one('BillAddr.Country | Bill Country | Billing Country | Bill to Country | Country'),
    billingAddress: many(
      'Billing Address | Bill Address | Billing Address # | Bill to # | Bill to | BADDR# | Address',
    ),
    shippingStreet: many(
      'ShipAddr.Line# | Ship Street | Ship Street # | Shipping Street | Shipping Street # | Ship to Street',
      'Ship to Street #',
    ),
    shippingCity: one('ShipAddr.City | Ship City | Shipping City | Ship to City'),
    shippingState: one(
      'ShipAddr.CountrySubDivisionCode | ShipAddr.State | Ship State | Shipping State | Shipping State/Province',
      'Ship to State',
    ),
    shippingPostalCode: one(
      'ShipAddr.PostalCode | Ship Zip | Ship Zip Code | Shipping Zip | Shipping Zip Code | Shipping Postal Code',
      'Shipping Zip/Postal Code | Ship to Zip',
    ),
    shippingCountry: one('ShipAddr.Country | Ship Country | Shipping Country | Ship to Country'),
    shippingAddress: many(
      'Shipping Address | Ship Address | Shipping Address # | Ship to # | Ship to | SADDR#',
    ),
    active: one('Active | Active Status | Is Active'),
    hidden: one('HIDDEN | Inactive | Is Inactive'),
    parentId: one('ParentRef | ParentRef.value | Parent ID | Parent Customer | Parent | Sub-customer of'),
    job: one('Job | Is Job | Is Sub-customer'),
    isProject: one('IsProject'),
    level: one('Level'),
    balance: one('Balance | Open Balance'),
    balanceWithJobs: one('BalanceWithJobs | Balance Total | Total Balance'),
    currency: one('CurrencyRef | CurrencyRef.value | Currency | Currency Code'),
    resaleNumber: one('ResaleNum | Resale Number | Resale No. | Resale Number/Tax ID'),
    taxable: one('Taxable'),
    taxExemptionReason: one('TaxExemptionReasonId | TaxExemptionReason | Exemption Reason'),
    notes: one('Notes | NOTEPAD | Note'),
    createdAt: one('MetaData.CreateTime | CreateTime | Created | Created Date | Create Date'),
    lastModified: one('MetaData.LastUpdatedTime | LastUpdatedTime | Last Updated | Last Modified Date'),
  },
} as const satisfies Layout<string>;

export type CustomerField = keyof typeof customerLayout.fields;
