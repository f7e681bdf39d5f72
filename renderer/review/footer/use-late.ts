import { useEffect, useState } from 'react';

/** Whether something has gone on for this many milliseconds: what is over sooner is not shown, so that nothing flickers. */
export function useLate(goesOn: boolean, after: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    if (!goesOn) return;
    const timer = setTimeout(() => setLate(true), after);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [goesOn, after]);
  return isLate && goesOn;
}
