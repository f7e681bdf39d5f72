/** LIKE of QuickBooks' query language: `%` for any characters; case does not matter. */
export function like(value: string, pattern: string): boolean {
  const source = pattern
    .split('%')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join('.*');
  return new RegExp(`^${source}$`, 'is').test(value);
}
