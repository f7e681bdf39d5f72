import type { LinkFileKind } from '#shared/links.ts';
import { type Operation, useOperation } from '../../door/operation.ts';
import { useSaveAs } from '../../door/save-as.ts';

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
  const saveAs = useSaveAs();
  const signOff = useOperation('worksheet.saveSignOff');
  const links = useOperation('worksheet.saveLinks');
  const proposals = useOperation('match.save');
  return {
    signOff,
    links,
    proposals,
    saveSignOff: () => saveAs(`${name} sign-off.xlsx`, (path) => signOff.start({ path })),
    saveLinks: (what) =>
      saveAs(`${name} ${what === 'written' ? 'links written' : 'links to load'}.csv`, (path) =>
        links.start({ what, path }),
      ),
    saveProposals: () => saveAs(`${name} proposals.csv`, (path) => proposals.start({ path })),
  };
}
