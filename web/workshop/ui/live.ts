// What the page has lived, for whatever shows it.

import type { Lab } from "../engine/lab";
import { write_later } from "./tasks";

export class Live {
  private lab: Lab | null = null;
  private preset = -1;
  version = 0; // goes up with the lab, and when it has new figures
  private readonly first = new Set<() => void>();
  private readonly others = new Set<() => void>();

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
    for (const listener of [...this.first, ...this.others]) write_later(listener);
  }

  /// Hears of new figures, as a piece of work of its own. Gives back what ends it.
  listen(listener: () => void, before_others = false): () => void {
    const all = before_others ? this.first : this.others;
    all.add(listener);
    return () => void all.delete(listener);
  }
}
