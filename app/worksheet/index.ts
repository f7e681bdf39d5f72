export {
  accountColumns,
  customerColumns,
  type DatasetFile,
  requireTableEnding,
  saveDataset,
} from './dataset/index.ts';
export { decidedOf, decidedOfCustomer } from './decided.ts';
export { countProposals, rankedCandidates } from './proposal-rows.ts';
export { compareWorksheet } from './read/compare.ts';
export type { Finding } from './read/finding.ts';
export type { AccountNow, CustomerNow, ProjectNow, Say } from './read/project-now.ts';
export { type ReadWorksheet, readWorksheet } from './read/read-worksheet.ts';
export { takenFrom } from './read/take.ts';
export { replaceFile } from './replace-file.ts';
export { MOST_LINKS } from './sheet-writer.ts';
export type { EvidenceRow } from './sheets/evidence.ts';
export type { Change, LoneCustomer, Match, RecordPages, Rivalry, ShownAccount } from './sheets/rows.ts';
export type { BandFacts, SideFacts, SummaryFacts } from './sheets/summary.ts';
export {
  counted,
  type RejectedPair,
  type SignedAttempt,
  type SignedCustomer,
  type SignedDecision,
  type SignedRow,
  type SignOffCounts,
  type SignOffData,
  writeSignOff,
} from './sign-off/index.ts';
export { type LinkRow, writeDataLoaderCsv } from './write-data-loader.ts';
export { writePlanWorkbook } from './write-plan-workbook.ts';
export { type ProposalRow, writeProposalRows, writeProposalsCsv } from './write-proposals.ts';
export { type WorksheetData, writeWorksheet } from './write-worksheet.ts';
