import { memo, type RefObject } from 'react';
import { ColumnsButton } from './columns/columns-dialog.tsx';
import { FilterButton } from './facets/filter-button.tsx';
import { FilterField } from './facets/filter-field.tsx';
import { GroupButton } from './grouping/group-button.tsx';
import styles from './review-screen.module.css';
import { ViewsMenu } from './views/views-menu.tsx';

interface ReviewToolsProps {
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly facetsOpen: boolean;
  readonly onFacetsOpenChange: (open: boolean) => void;
  readonly onLeave: () => void;
}

/** What narrows and lays out the table. Drawn again only when one of it changes, and not at every decision. */
export const ReviewTools = memo(function ReviewTools(props: ReviewToolsProps) {
  const { fieldRef, facetsOpen, onFacetsOpenChange, onLeave } = props;
  return (
    <div className={styles.tools}>
      <FilterField fieldRef={fieldRef} onLeave={onLeave} />
      <ViewsMenu onChosen={onLeave} />
      <FilterButton open={facetsOpen} onOpenChange={onFacetsOpenChange} />
      <GroupButton />
      <ColumnsButton />
    </div>
  );
});
