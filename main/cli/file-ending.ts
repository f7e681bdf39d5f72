import { extname } from 'node:path';
import { InvalidArgumentError } from 'commander';

/** Takes the path of a file to be written only with the ending of what is written: no program opens it otherwise. */
export function endingIn(ending: '.csv' | '.xlsx'): (path: string) => string {
  return (path) => {
    if (extname(path).toLowerCase() === ending) return path;
    throw new InvalidArgumentError(
      `What is written there is ${kinds[ending]}: let the name end in ${ending}.`,
    );
  };
}

const kinds = { '.csv': 'a CSV file', '.xlsx': 'an Excel workbook' } as const;
