import { type Layout, many, manyLike, one } from './layout.ts';

/** `Email` and what ends like it (`Billing_Email__c`, `E-Mail 2`), but not whether someone opted out of it. */
export const EMAIL_HEADING = /^(?!.*opt).*email(addr|address)?\d?c?$/;

/**
 * The headings of Accounts: API names, the labels of reports and list views, and the managed package's fields.
 */
export const accountLayout = {
  record: 'account',
  keys: [['id', 'name']],
  fields: {
    id: one(
      'Id | Account ID | Account ID 18 | 18 Digit Account ID | Account 18 Digit ID | Case Safe Account ID',
      'Case Safe ID | Record ID | Salesforce ID',
    ),
    name: one(
      'Name | Account Name | Account | Company | Company Name | Company / Account | Organization Name',
    ),
    phone: one('Phone | Account Phone | Main Phone | Phone Number | Business Phone | Telephone'),
    otherPhones: many(
      'PersonMobilePhone | PersonHomePhone | PersonOtherPhone | Mobile | Mobile Phone | Home Phone | Other Phone',
      'Alternate Phone | Phone 2',
    ),
    emails: manyLike(EMAIL_HEADING, 'Email | E-mail | PersonEmail'),
    website: one('Website | Web Site | Web | URL | Homepage | Company Website'),
    billingStreet: many(
      'Billing Street | Billing Street # | Billing Address Line # | Billing Street Line # | Street | Street Address',
      'Mailing Street | Address Line #',
    ),
    billingCity: one('Billing City | City | Mailing City'),
    billingState: one(
      'Billing State | Billing State/Province | Billing State/Province (text only) | Billing State Code',
      'Billing State/Province Code | Billing Province | State/Province | State | Province | Mailing State/Province',
    ),
    billingPostalCode: one(
      'Billing Postal Code | Billing Zip/Postal Code | Billing Zip | Billing Zip Code | Zip/Postal Code',
      'Postal Code | Zip Code | Zip | Postcode | Mailing Zip/Postal Code',
    ),
    billingCountry: one('Billing Country | Billing Country (text only) | Billing Country Code | Country'),
    billingAddress: many('Billing Address | Mailing Address | Address'),
    shippingStreet: many(
      'Shipping Street | Shipping Street # | Shipping Address Line # | Shipping Street Line #',
    ),
    shippingCity: one('Shipping City'),
    shippingState: one(
      'Shipping State | Shipping State/Province | Shipping State/Province (text only) | Shipping State Code',
      'Shipping State/Province Code | Shipping Province',
    ),
    shippingPostalCode: one(
      'Shipping Postal Code | Shipping Zip/Postal Code | Shipping Zip | Shipping Zip Code',
    ),
    shippingCountry: one('Shipping Country | Shipping Country (text only) | Shipping Country Code'),
    shippingAddress: many('Shipping Address'),
    linkedCustomerId: one('qime__QB_ID__c | QB Id | QB_ID__c | QuickBooks Id | QuickBooks Customer Id'),
    syncToken: one('qime__QB_SyncToken__c | SyncToken | QB SyncToken | QB_SyncToken__c'),
    parentId: one('ParentId | Parent Account ID'),
    owner: one('Owner.Name | Account Owner | Owner | Account Owner: Full Name | Owner: Full Name'),
    type: one('Type | Account Type'),
    resaleNumber: one('qime__Resale_Number__c | Resale Number | Resale_Number__c'),
    taxable: one('qime__Taxable__c | Taxable | Taxable__c'),
    taxExemptionReason: one('qime__Tax_Exemption_Reason__c | Tax Exemption Reason | Tax_Exemption_Reason__c'),
    annualRevenue: one('Annual Revenue | Annual Revenue (converted)'),
    lastModified: one('LastModifiedDate | Last Modified Date | Last Modified'),
    systemModstamp: one('SystemModstamp'),
  },
} as const satisfies Layout<string>;

export type AccountField = keyof typeof accountLayout.fields;
