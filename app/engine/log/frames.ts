/** So many frames say where a fault came from. */
const most = 8;

/**
 * Where in the program an error came from: the functions and files of its stack, files from the program's own folders on,
 * because what lies above them is the person's. In the built program a line is one of the build's, whose regions name the
 * source; the same version builds the same lines. Its message is left out: it may quote a record. Pure.
 */
export function framesOf(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [typeof thrown];
  const frames = (thrown.stack ?? '').split('\n').flatMap((line) => {
    const found = /^\s+at (?:(?<name>.+?) \()?(?<place>[^()]+?)\)?$/.exec(line);
    const place = found?.groups?.place;
    return place === undefined ? [] : [`${found?.groups?.name ?? ''} ${ownPart(place)}`.trim()];
  });
  return [thrown.name, ...frames.slice(0, most)];
}

function ownPart(place: string): string {
  if (place.startsWith('node:')) return place;
  const parts = /(?:^|[\\/])((?:app|main|shared|renderer|dist|node_modules)[\\/].*)$/.exec(place);
  return parts?.[1]?.replaceAll('\\', '/') ?? '(elsewhere)';
}
