import { open } from 'node:fs/promises';
import { AppError } from '#shared/errors.ts';
import { unreadable } from './unreadable.ts';

/** The first bytes of an OLE container: an old workbook, or a new one with a password. */
const OLE_CONTAINER = 'd0cf11e0';
const START_BYTES = 4_096;
/** Where a small container has its directory; a large one may have it further behind. */
const DIRECTORY_BYTES = 1 << 20;

/** Endings of other programs' files, and what to do about them. */
const ADVICE: Readonly<Record<string, string>> = {
  '.xlsb': 'it is a binary Excel workbook (.xlsb); open it in Excel and save it as .xlsx',
  '.ods': 'it is a LibreOffice workbook (.ods); open it there and save it as .xlsx',
  '.numbers': 'it is a Numbers document; export it from Numbers as Excel or CSV',
  '.pdf': 'it is no Excel workbook but a PDF document; export the list as Excel or CSV',
  '.qbb': 'it is a QuickBooks backup; export the customer list from QuickBooks as Excel or CSV',
  '.qbw': 'it is a QuickBooks company file; export the customer list from QuickBooks as Excel or CSV',
};

/** What a file of another format is and what to do about it; null where nothing better is known than its ending. */
export async function foreignFormat(path: string, ending: string): Promise<AppError | null> {
  if (ending === '.xls') return await oldWorkbook(path);
  const detail = ADVICE[ending];
  return detail === undefined ? null : new AppError('file-format', { path, detail });
}

/** Three different things are named .xls: Excel's old workbooks, protected ones, and the web pages of Salesforce. */
async function oldWorkbook(path: string): Promise<AppError> {
  const start = await startOf(path, START_BYTES);
  if (start.toString('hex', 0, 4) === OLE_CONTAINER) return await containerFault(path);
  if (/<(!doctype html|html|table|meta|head)\b/i.test(start.toString('latin1').replaceAll('\0', ''))) {
    return new AppError('file-format', {
      path,
      detail:
        'it is a web page named .xls, as Salesforce’s “Details Only” export in the format Excel gives it; export the report as Comma Delimited .csv, or open this file in Excel and save it as .xlsx',
    });
  }
  return new AppError('file-format', {
    path,
    detail: 'it is named like an old Excel workbook; open it in Excel and save it as .xlsx',
  });
}

/** What an OLE container is: a workbook with a password, or one of Excel's format before 2007. */
export async function containerFault(path: string): Promise<AppError> {
  const bytes = await startOf(path, DIRECTORY_BYTES);
  if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) {
    return new AppError('file-format', {
      path,
      detail: 'it is protected by a password; open it in Excel and save it without one',
    });
  }
  return new AppError('file-format', {
    path,
    detail: 'it is an old Excel workbook (.xls); open it in Excel and save it as .xlsx',
  });
}

/** What a file without a zip archive's end is, by its first bytes. */
export async function notAnArchive(path: string): Promise<AppError> {
  const start = await startOf(path, START_BYTES);
  const hex = start.toString('hex', 0, 4);
  if (hex === OLE_CONTAINER) return await containerFault(path);
  if (hex === '25504446') return new AppError('file-format', { path, detail: ADVICE['.pdf'] ?? '' });
  if (hex !== '' && '504b0304'.startsWith(hex))
    return unreadable(path, 'it was cut off: the end of the workbook is missing');
  if (!start.includes(0)) {
    return new AppError('file-format', {
      path,
      detail: 'it is a text file named like a workbook; give it the ending .csv',
    });
  }
  return unreadable(path, 'it is no Excel workbook');
}

async function startOf(path: string, length: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
