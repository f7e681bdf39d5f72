import type { LinkFileKind } from '#shared/links.ts';
import { useDoor } from '../../door/context.ts';
import { type Operation, useOperation } from '../../door/operation.ts';

/** The files that a project gives out beside its worksheet, and how the latest of each stands. */
export interface OtherFileOperations {
  readonly signOff: Operation<'worksheet.saveSignOff'>;
  readonly links: Operation<'worksheet.saveLinks'>;
  readonly proposals: Operation<'match.save'>;
  readonly saveSignOff: () => void;
  readonly saveLinks: (what: LinkFileKind) => void;
  readonly saveProposals: () => void;
}

/** Saving a project's other files: where it is asked for, or in the projects' folder, to be downloaded by a browser. */
export function useOtherFiles(name: string): OtherFileOperations {
  const { host } = useDoor();
  const signOff = useOperation('worksheet.saveSignOff');
  const links = useOperation('worksheet.saveLinks');
  const proposals = useOperation('match.save');
  const choose = async (suggested: string, start: (path: string | null) => void) => {
    if (host.kind === 'browser') return start(null);
    const path = await host.chooseSavePath(`${name} ${suggested}`);
    if (path !== null) start(path);
  };
  return {
    signOff,
    links,
    proposals,
    saveSignOff: () => void choose('sign-off.xlsx', (path) => signOff.start({ path })),
    saveLinks: (what) =>
      void choose(what === 'written' ? 'links written.csv' : 'links to load.csv', (path) =>
        links.start({ what, path }),
      ),
    saveProposals: () => void choose('proposals.csv', (path) => proposals.start({ path })),
  };
}
