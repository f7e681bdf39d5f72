/** Where a project notes that its proposals are of records that were replaced since. */
export const outdatedKey = 'proposals-outdated';
