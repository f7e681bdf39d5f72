import { create } from 'zustand';
import type { Side } from '#shared/datasets.ts';

/** What the write screen writes: links, or new records in one of the services. */
type WritePart = 'links' | Side;

/** Which part of the write screen is shown. */
export const useWritePart = create<{ readonly part: WritePart }>(() => ({ part: 'links' }));

/** Shows another part of the write screen. */
export function showPart(part: WritePart): void {
  useWritePart.setState({ part });
}
