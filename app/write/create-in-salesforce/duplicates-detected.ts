/** Salesforce's code for an account that a duplicate rule holds for a double. */
export const duplicatesDetected = 'DUPLICATES_DETECTED';
