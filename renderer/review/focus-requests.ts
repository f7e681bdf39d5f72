import { useEffect } from 'react';
import { create } from 'zustand';

/** The places of the review that a command can put the focus in. */
type FocusPlace = 'table' | 'filter' | 'evidence';

const useRequest = create<{ readonly place: FocusPlace | null; readonly turn: number }>(() => ({
  place: null,
  turn: 0,
}));

/** Asks for the focus to be put there, now or as soon as the review is shown. */
export function requestFocus(place: FocusPlace): void {
  useRequest.setState(({ turn }) => ({ place, turn: turn + 1 }));
}

/** Puts the focus where it was asked for, once each time. */
export function useFocusRequests(focus: Record<FocusPlace, () => void>): void {
  const { place, turn } = useRequest();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same place asked for again is another request.
  useEffect(() => {
    if (place === null) return;
    focus[place]();
    useRequest.setState({ place: null });
  }, [place, turn]);
}
