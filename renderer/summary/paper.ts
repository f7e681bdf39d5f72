import type { Paper } from '#shared/door.ts';

/** Where paper is cut to Letter; everywhere else it is A4 (Unicode CLDR, supplemental measurement data). */
const letterRegions = new Set([
  'BZ',
  'CA',
  'CL',
  'CO',
  'CR',
  'GT',
  'MX',
  'NI',
  'PA',
  'PH',
  'PR',
  'SV',
  'US',
  'VE',
]);

/** The paper that is usual where the person is, by the language of the window. */
export function usualPaper(language: string = navigator.language): Paper {
  const { region } = new Intl.Locale(language).maximize();
  return letterRegions.has(region ?? '') ? 'Letter' : 'A4';
}
