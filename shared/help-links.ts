/** The services' own pages on registering an app, which the window links to. The desktop door opens these and no others. */
export const helpLinks = {
  salesforce:
    'https://help.salesforce.com/s/articleView?id=xcloud.create_a_local_external_client_app.htm&type=5',
  quickbooks: 'https://developer.intuit.com/app/developer/dashboard',
} as const;
