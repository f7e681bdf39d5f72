import type { LinkWarning } from '#shared/links.ts';
import { type Operation, useOperation } from '../door/operation.ts';
import { useSaveAs } from '../door/save-as.ts';

/** Saving the plan of a write as a workbook: where it is asked for, or as a file to download in a browser. */
export function useSavePlan(
  highValueFrom: number,
  holdBack: readonly LinkWarning[],
): {
  readonly saving: Operation<'write.savePlan'>;
  readonly save: () => void;
} {
  const saveAs = useSaveAs();
  const saving = useOperation('write.savePlan');
  const save = () =>
    saveAs('links to write.xlsx', (path) => saving.start({ path, highValueFrom, holdBack: [...holdBack] }));
  return { saving, save };
}
