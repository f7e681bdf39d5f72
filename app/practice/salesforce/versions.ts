/** API versions that the practice organisation offers. */
const oldest = 31;
const newest = 67;
const seasons = ['Spring', 'Summer', 'Winter'] as const;

/** The list at `/services/data`, oldest first. */
export function versions(): { label: string; url: string; version: string }[] {
  return Array.from({ length: newest - oldest + 1 }, (_, index) => {
    const number = oldest + index;
    return {
      label: `${seasons[number % 3]} '${yearOf(number)}`,
      url: `/services/data/v${number}.0`,
      version: `${number}.0`,
    };
  });
}

/** Whether a version as it stands in a path (`v60.0`) is offered. */
export function isOffered(version: string): boolean {
  const number = /^v(\d+)\.0$/.exec(version)?.[1];
  return number !== undefined && Number(number) >= oldest && Number(number) <= newest;
}

/** Three releases a year; Winter is named after the year that follows. Spring '24 is 60. */
function yearOf(number: number): number {
  return 24 + Math.floor((number - 60 + (number % 3 === 2 ? 1 : 0)) / 3);
}
