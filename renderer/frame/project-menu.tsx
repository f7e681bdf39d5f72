import { Check, ChevronDown, FolderOpen } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import type { ProjectInfo } from '#shared/contract.ts';
import { openPane } from '../commands/panes.ts';
import menu from '../components/menu.module.css';
import { useDoor } from '../door/context.ts';
import { useOperation } from '../door/operation.ts';
import { MergeDialog } from '../merging/merge-dialog.tsx';
import styles from './project-menu.module.css';
import { setTheme, useTheme } from './theme.ts';
import { themes } from './themes.ts';

/** The file's name without its folders, whichever way its path is written. */
function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** The open project's name, and behind it what concerns the project and the window as a whole. */
export function ProjectMenu({ project }: { readonly project: ProjectInfo }) {
  const close = useOperation('project.close');
  const { host } = useDoor();
  const { theme } = useTheme();
  const [merging, setMerging] = useState(false);
  return (
    <>
      <DropdownMenu.Root modal={false}>
        <DropdownMenu.Trigger
          className={styles.trigger}
          aria-label={`Project ${project.name}`}
          title={project.path}
        >
          <FolderOpen size={16} aria-hidden="true" className={styles.icon} />
          <span className={styles.words}>
            <span className={styles.name}>
              {project.name}
              <ChevronDown size={14} aria-hidden="true" />
            </span>
            <span className={styles.file}>{fileName(project.path)}</span>
          </span>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={menu.menu} align="start" sideOffset={4} collisionPadding={8}>
            <DropdownMenu.Item
              className={menu.item}
              disabled={project.readOnly}
              onSelect={() => setMerging(true)}
            >
              Take over another reviewer’s work…
            </DropdownMenu.Item>
            <DropdownMenu.Item className={menu.item} onSelect={() => close.start({})}>
              Close project
            </DropdownMenu.Item>
            <DropdownMenu.Separator className={menu.separator} />
            <DropdownMenu.Item className={menu.item} onSelect={() => void host.showGuide()}>
              User guide
            </DropdownMenu.Item>
            <DropdownMenu.Item className={menu.item} onSelect={() => openPane('log')}>
              What the program did…
            </DropdownMenu.Item>
            <DropdownMenu.Separator className={menu.separator} />
            <DropdownMenu.Label className={menu.label}>Appearance</DropdownMenu.Label>
            <DropdownMenu.RadioGroup value={theme}>
              {themes.map(({ id, label }) => (
                <DropdownMenu.RadioItem
                  key={id}
                  value={id}
                  className={menu.item}
                  onSelect={() => setTheme(id)}
                >
                  <span className={menu.check}>
                    <DropdownMenu.ItemIndicator>
                      <Check size={14} aria-hidden="true" />
                    </DropdownMenu.ItemIndicator>
                  </span>
                  {label}
                </DropdownMenu.RadioItem>
              ))}
            </DropdownMenu.RadioGroup>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      <MergeDialog open={merging} onOpenChange={setMerging} />
    </>
  );
}
