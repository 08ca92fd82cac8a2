// Doors in the browser's history: Back returns to the door before. The address stays as it is, and
// so does what was chosen.

import { useEffect, useRef } from "preact/hooks";
import type { Door } from "../store";

const entered = (): Door | undefined => (history.state as { door?: Door } | null)?.door;

/// The history's newest entry, which a followed link has made, leads to this door.
export const stands_at = (door: Door): void => history.replaceState({ door }, "");

export function useDoors(door: Door, go: (to: Door) => void): void {
  const first = useRef(true); // what a page before this one left behind does not count
  useEffect(() => {
    if (first.current) stands_at(door);
    else if (entered() !== door) history.pushState({ door }, "");
    first.current = false;
  }, [door]);
  useEffect(() => {
    const back = () => {
      const to = entered();
      if (to) go(to);
    };
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
}
