export {
  accountColumns,
  customerColumns,
  type DatasetFile,
  requireTableEnding,
  saveDataset,
} from './dataset/index.ts';
export { rankedCandidates } from './proposal-rows.ts';
export { type ProposalRow, writeProposalRows, writeProposalsCsv } from './write-proposals.ts';
export { type WorksheetData, writeWorksheet } from './write-worksheet.ts';
