import { type Layout, one } from './layout.ts';

/** The headings of a list of decisions. */
export const decisionLayout = {
  record: 'decision',
  keys: [['accountId'], ['decision']],
  fields: {
    accountId: one('account_id'),
    customerId: one('customer_id'),
    decision: one('decision'),
  },
} as const satisfies Layout<string>;

export type DecisionField = keyof typeof decisionLayout.fields;
