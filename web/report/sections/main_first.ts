// The main outcomes stand open, the others wait in a fold: a page that can be read to its end.

import type { Outcome } from "../data";
import { el, type Child } from "../dom";
import { strings } from "../strings";
import type { View } from "../view";

/// What `make` makes of each outcome; null where there is nothing to show.
export function main_first(view: View, make: (outcome: Outcome) => HTMLElement | null): Child[] {
  const made = (main: boolean): HTMLElement[] =>
    view.data.outcomes.filter((o) => o.main === main).flatMap((o) => make(o) ?? []);
  const open = made(true);
  const more = made(false);
  if (open.length === 0 || more.length === 0) return [open, more];
  const summary = el("summary", {}, strings.more(more.length));
  return [open, el("details", { class: "pictures more" }, summary, more)];
}
