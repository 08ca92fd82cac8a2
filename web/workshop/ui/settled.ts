// Whether what is seen is what was asked last.

import { all_shown, at_once } from "./tasks";

const waits = new Set<() => void>(); // each by what gives it up
const ends = new Set<() => void>(); // who hears of their end

/// Something older is seen, until what this gives back is called.
export function begin_wait(give_up: () => void): () => void {
  waits.add(give_up);
  return () => {
    waits.delete(give_up);
    if (waits.size > 0) return;
    for (const end of [...ends]) end();
    ends.clear();
  };
}

/// From now on what was asked last is seen, answered or not.
export function give_up_waits(): void {
  at_once(() => waits.forEach((give_up) => give_up()));
}

/// Resolves when what is seen is what was asked last.
export async function settled(): Promise<void> {
  if (waits.size > 0) await new Promise<void>((end) => ends.add(end));
  await all_shown();
}
