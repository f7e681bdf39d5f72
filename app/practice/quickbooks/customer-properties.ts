/** How a property of a Customer is written. `ignored` ones are accepted and kept by the service itself. */
export type PropertyKind =
  | { readonly kind: 'text'; readonly max: number; readonly isName: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'reason' }
  | { readonly kind: 'address' }
  | { readonly kind: 'phone' }
  | { readonly kind: 'email' }
  | { readonly kind: 'web' }
  | { readonly kind: 'reference' }
  | { readonly kind: 'ignored' };

const text = (max: number): PropertyKind => ({ kind: 'text', max, isName: false });
const name = (max: number): PropertyKind => ({ kind: 'text', max, isName: true });
const [boolean, address, phone, reference, ignored] = [
  { kind: 'boolean' },
  { kind: 'address' },
  { kind: 'phone' },
  { kind: 'reference' },
  { kind: 'ignored' },
] as const;

/**
 * Every property that a Customer may carry in a request, with its limits; any other is error 2010.
 * Source: Customer in the API reference of QuickBooks Online Accounting, and the published schema of its v3 API.
 */
export const customerProperties: ReadonlyMap<string, PropertyKind> = new Map<string, PropertyKind>([
  ['Title', name(16)],
  ['GivenName', name(100)],
  ['MiddleName', name(100)],
  ['FamilyName', name(100)],
  ['Suffix', name(16)],
  ['DisplayName', name(500)],
  ['PrintOnCheckName', name(110)],
  ['CompanyName', text(100)],
  ['Notes', text(2_000)],
  ['ResaleNum', text(16)],
  ['AcctNum', text(30)],
  ['PreferredDeliveryMethod', text(20)],
  ['BusinessNumber', text(10)],
  ['PrimaryTaxIdentifier', text(20)],
  ['SecondaryTaxIdentifier', text(20)],
  ['GSTIN', text(15)],
  ['GSTRegistrationType', text(15)],
  ['Source', text(20)],
  ['TaxExemptionReasonId', { kind: 'reason' }],
  ['Active', boolean],
  ['Taxable', boolean],
  ['Job', boolean],
  ['BillWithParent', boolean],
  ['BillAddr', address],
  ['ShipAddr', address],
  ['PrimaryPhone', phone],
  ['AlternatePhone', phone],
  ['Mobile', phone],
  ['Fax', phone],
  ['PrimaryEmailAddr', { kind: 'email' }],
  ['WebAddr', { kind: 'web' }],
  ['ParentRef', reference],
  ['CurrencyRef', reference],
  ['CustomerTypeRef', reference],
  ['SalesTermRef', reference],
  ['PaymentMethodRef', reference],
  ['DefaultTaxCodeRef', reference],
  ['ARAccountRef', reference],
  ...[
    'Id',
    'SyncToken',
    'sparse',
    'domain',
    'status',
    'MetaData',
    'CustomField',
    'AttachableRef',
    'FullyQualifiedName',
    'Level',
    'IsProject',
    'RootCustomerRef',
    'Balance',
    'BalanceWithJobs',
    'OpenBalanceDate',
    'OverDueBalance',
    'CreditLimit',
    'ClientEntityId',
    'V4IDPseudonym',
    'IsCISContractor',
    'TDSEnabled',
    'JobInfo',
  ].map((property): [string, PropertyKind] => [property, ignored]),
]);

/** The parts of an address and their lengths. */
export const addressParts: ReadonlyMap<string, number> = new Map([
  ...['Line1', 'Line2', 'Line3', 'Line4', 'Line5'].map((line): [string, number] => [line, 500]),
  ['City', 255],
  ['Country', 255],
  ['CountrySubDivisionCode', 255],
  ['PostalCode', 30],
  ['CountryCode', 10],
  ['County', 255],
  ['PostalCodeSuffix', 30],
  ['Lat', 30],
  ['Long', 30],
  ['Tag', 50],
  ['Note', 500],
  ['Id', 30],
]);

/** Characters of Line1 to Line5 together. */
export const addressLinesTogether = 2_000;

/** For the kinds that wrap one text: the property it is in and its length. */
export const wrapped = {
  phone: { part: 'FreeFormNumber', max: 30 },
  email: { part: 'Address', max: 100 },
  web: { part: 'URI', max: 1_000 },
} as const;
