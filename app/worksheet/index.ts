export { writeProposalsCsv } from './write-proposals.ts';
export { type WorksheetData, writeWorksheet } from './write-worksheet.ts';
