export { accountColumns } from './account-columns.ts';
export { customerColumns } from './customer-columns.ts';
export type { DatasetFile } from './dataset-file.ts';
export { requireTableEnding, saveDataset } from './save-dataset.ts';
