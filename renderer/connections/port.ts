/** The port that a person typed; null when it is none that a program may take. */
export function portOf(text: string): number | null {
  if (!/^\d{4,5}$/.test(text.trim())) return null;
  const port = Number(text.trim());
  return port >= 1024 && port <= 65_535 ? port : null;
}
