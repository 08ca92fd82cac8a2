// What the page has lived, for whatever shows it.

import type { Lab } from "../engine/lab";
import { write_later } from "./tasks";

export class Live {
  private lab: Lab | null = null;
  private preset = -1;
  version = 0; // goes up with the lab, and when it has new figures
  private readonly listeners = new Set<() => void>();

  /// From now on these are the runs: of this preset, or none.
  take(lab: Lab | null, preset = -1): void {
    this.lab = lab;
    this.preset = preset;
    this.changed();
  }

  /// Null until the preset's schools are there, and when another's are.
  lab_of(preset: number): Lab | null {
    return preset === this.preset ? this.lab : null;
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
