// What a room has said, drawn and written: kept for as long as the page is open, whichever door it
// stands at. Loading the page anew forgets it.

import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";

export const KeptContext = createContext(new Map<string, unknown>());

/// As useState, by a name, and found again when the part that asks comes back.
export function useKept<T>(name: string, first: T): [T, (to: T) => void] {
  const kept = useContext(KeptContext);
  const [value, set] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : first));
  const keep = (to: T) => {
    kept.set(name, to);
    set(to);
  };
  return [value, keep];
}
