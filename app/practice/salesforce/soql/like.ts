/** SOQL's LIKE: `%` for any characters, `_` for one, `\` before either for itself; case does not matter. */
export function like(value: string, pattern: string): boolean {
  const source = pattern.replaceAll(/\\[%_]|[%_]|[.*+?^${}()|[\]\\]/g, (found) => {
    if (found === '%') return '.*';
    if (found === '_') return '.';
    return found.length === 2 ? found.slice(1) : `\\${found}`;
  });
  return new RegExp(`^${source}$`, 'isu').test(value);
}
