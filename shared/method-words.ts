import type { MatchPolicy } from './matching.ts';

/** How the work was done, in plain words, for somebody who has never seen the program: a paragraph each. */
export function methodWords({ severalAccounts, subCustomers }: MatchPolicy): readonly string[] {
  return [
    'Every account of Salesforce was compared with every customer of QuickBooks that shares something with it: the name, e-mail, phone, website or address. How much an agreement counts depends on how rare it is: a shared phone number says more than a shared city.',
    'The comparison gives each pair a probability, the score. “Certain” means that at most one such pair in 200 is expected to be wrong; “likely” and “possible” are to be looked at. Where two candidates fit alike, none was chosen: a person decided.',
    `Nothing was written that a person had not confirmed. ${severalAccounts ? 'One customer may belong to several accounts in this project.' : 'One customer belongs to one account only.'}${subCustomers ? '' : ' Sub-customers and jobs were not proposed.'}`,
    'Before each link was written, both records were read again; where one had changed since it was exported, the link was refused. After writing, the account was read back: “written” means that Salesforce gave the customer’s id when asked again. Only the fields qime__QB_ID__c and qime__QB_SyncToken__c were changed.',
    'What customers owe is their open balance in QuickBooks when they were exported, each customer counted once; what is owed to customers is not subtracted, and currencies are not added up.',
  ];
}
