import { create } from 'zustand';

interface Announcement {
  readonly text: string;
  /** Rises with each, so that the same words said twice are read twice. */
  readonly turn: number;
}

const useAnnouncement = create<Announcement>(() => ({ text: '', turn: 0 }));

/** Has a screen reader say something after what it is saying now. */
export function announce(text: string): void {
  useAnnouncement.setState(({ turn }) => ({ text, turn: turn + 1 }));
}

/** The place from which announcements are read. There is one in the window. */
export function Announcer() {
  const { text, turn } = useAnnouncement();
  return (
    <div role="status" aria-live="polite" className="visually-hidden">
      <span key={turn}>{text}</span>
    </div>
  );
}
