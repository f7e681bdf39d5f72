import { History, Inbox, type LucideIcon, PenLine, Sheet, Table2 } from 'lucide-react';

/** The screens of an open project, in the order of the work. */
export const screens = [
  { id: 'sources', label: 'Sources', icon: Inbox },
  { id: 'review', label: 'Review', icon: Table2 },
  { id: 'worksheet', label: 'Worksheet', icon: Sheet },
  { id: 'write', label: 'Write', icon: PenLine },
  { id: 'history', label: 'History', icon: History },
] as const satisfies readonly { id: string; label: string; icon: LucideIcon }[];

export type ScreenId = (typeof screens)[number]['id'];
