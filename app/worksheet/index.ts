export { rankedCandidates } from './proposal-rows.ts';
export { type ProposalRow, writeProposalRows, writeProposalsCsv } from './write-proposals.ts';
export { type WorksheetData, writeWorksheet } from './write-worksheet.ts';
