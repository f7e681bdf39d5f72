import type { LinkWarning } from '#shared/links.ts';
import { useDoor } from '../door/context.ts';
import { type Operation, useOperation } from '../door/operation.ts';

/** Saving the plan of a write as a workbook: where it is asked for, or as a file to download in a browser. */
export function useSavePlan(
  highValueFrom: number,
  holdBack: readonly LinkWarning[],
): {
  readonly saving: Operation<'write.savePlan'>;
  readonly save: () => void;
} {
  const { host } = useDoor();
  const saving = useOperation('write.savePlan');
  const save = async () => {
    const path = host.kind === 'browser' ? null : await host.chooseSavePath('links to write.xlsx');
    if (host.kind === 'browser' || path !== null)
      saving.start({ path, highValueFrom, holdBack: [...holdBack] });
  };
  return { saving, save: () => void save() };
}
