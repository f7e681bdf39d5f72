export { type ProposalsData, writeProposalsCsv } from './write-proposals.ts';
export { type WorksheetCounts, type WorksheetData, writeWorksheet } from './write-worksheet.ts';
