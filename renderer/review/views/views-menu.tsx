import { Bookmark } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useRef, useState } from 'react';
import button from '../../components/button.module.css';
import menu from '../../components/menu.module.css';
import { usePreference } from '../../door/preferences.tsx';
import { useReviewSession } from '../session/session-context.ts';
import { setReviewView } from '../view.ts';
import { firstViews, type SavedView, SavedViews } from './saved-view.ts';
import { ViewsDialog } from './views-dialog.tsx';

const usual = [...firstViews];

interface ViewsMenuProps {
  /** A view was chosen, after which the keys belong to the table. */
  readonly onChosen: () => void;
}

/** The views that were saved, to be chosen; and the way to save, rename and delete them. */
export function ViewsMenu({ onChosen }: ViewsMenuProps) {
  const session = useReviewSession();
  const [views, keep] = usePreference('review.views', SavedViews, usual);
  const [isOpen, setOpen] = useState(false);
  const isChosen = useRef(false);
  const choose = ({ queue, text, filters, sorting, grouped }: SavedView) => {
    session.openQueue(queue);
    setReviewView({ text, filters, sorting, ...(grouped === undefined ? {} : { grouped }) });
    isChosen.current = true;
  };
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger className={button.button}>
          <Bookmark size={16} aria-hidden="true" />
          <span>Views</span>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            className={menu.menu}
            align="end"
            sideOffset={4}
            collisionPadding={8}
            onCloseAutoFocus={(event) => {
              if (!isChosen.current) return;
              isChosen.current = false;
              event.preventDefault();
              onChosen();
            }}
          >
            {views.map((view) => (
              <DropdownMenu.Item key={view.name} className={menu.item} onSelect={() => choose(view)}>
                {view.name}
              </DropdownMenu.Item>
            ))}
            {views.length === 0 ? null : <DropdownMenu.Separator className={menu.separator} />}
            <DropdownMenu.Item className={menu.item} onSelect={() => setOpen(true)}>
              Save or change views…
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <ViewsDialog views={views} onChange={keep} open={isOpen} onOpenChange={setOpen} />
    </>
  );
}
