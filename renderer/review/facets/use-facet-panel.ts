import { useState } from 'react';
import { z } from 'zod';
import { usePreference } from '../../door/preferences.tsx';
import type { PanelPlace } from '../evidence/panel-size.ts';

const Open = z.boolean();

/** Without a word of the person the filters stand beside the table where three panes have room. */
const roomy = window.matchMedia('(min-width: 1500px)').matches;

/**
 * Whether the filters are shown beside the table, which is remembered, or, in a narrow window, in front of it, and how to
 * change that.
 */
export function useFacetPanel(place: PanelPlace) {
  const [kept, keep] = usePreference('review.facets', Open, roomy);
  const [isDialog, setDialog] = useState(false);
  const isWide = place === 'side';
  return {
    beside: isWide && kept,
    inFront: !isWide && isDialog,
    open: isWide ? kept : isDialog,
    setOpen: isWide ? keep : setDialog,
  };
}
