import { useDoor } from '../door/context.ts';
import { type Operation, useOperation } from '../door/operation.ts';
import { useSaveAs } from '../door/save-as.ts';

/** Has the browser download what is at this address, as a click on a link to it does. */
function download(address: string): void {
  const link = document.createElement('a');
  link.href = address;
  link.download = '';
  link.click();
}

/** Saving the worksheet of the project of this name: where it is asked for, or as a download in a browser. */
export function useSaveWorksheet(name: string): {
  readonly saving: Operation<'worksheet.save'>;
  readonly save: () => void;
} {
  const { host } = useDoor();
  const saving = useOperation('worksheet.save');
  const saveAs = useSaveAs();
  const save = () =>
    saveAs(`${name}.xlsx`, (to) =>
      saving.start({ path: to }, ({ path }) => {
        if (host.kind === 'browser') download(host.downloadAddress(path));
      }),
    );
  return { saving, save };
}
