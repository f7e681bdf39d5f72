import type { Features } from '../features.ts';

const shortestName = 5;

/** Whether a domain or its label begins with the record's name, or the name with the label: "acmeplumbing" for Acme Plumbing. */
export function isNamedAfter(domain: string, { names }: Features): boolean {
  const dot = domain.indexOf('.');
  const label = (dot === -1 ? domain : domain.slice(0, dot)).replaceAll('-', '');
  return names.some(
    ({ joined }) =>
      joined.length >= shortestName &&
      label.length >= shortestName &&
      (label.startsWith(joined) || joined.startsWith(label)),
  );
}
