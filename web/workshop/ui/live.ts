// What the page has lived, for whatever shows it.

import type { Lab } from "../engine/lab";
import { write_later } from "./tasks";

export class Live {
  lab: Lab | null = null; // null until the preset's schools are there
  version = 0; // goes up with the lab, and when it has new figures
  private readonly listeners = new Set<() => void>();

  /// From now on these are the runs.
  take(lab: Lab | null): void {
    this.lab = lab;
    this.changed();
  }

  changed(): void {
    ++this.version;
    for (const listener of this.listeners) write_later(listener);
  }

  /// Hears of new figures, in a task of its own. Gives back what ends it.
  listen(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }
}
