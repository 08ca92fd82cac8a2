// A few outcomes stand open, the others wait in a fold: a page that can be read to its end.

import type { Outcome } from "../data";
import { el, type Child } from "../dom";
import { strings } from "../strings";
import type { View } from "../view";

/// What `make` makes of each outcome, those named in `open` first and in that order; null where
/// there is nothing to show.
export function some_first(
  view: View,
  open: string[],
  make: (outcome: Outcome) => HTMLElement | null,
): Child[] {
  const all = view.data.outcomes;
  const first = open.flatMap((key) => all.find((o) => o.key === key) ?? []);
  const shown = first.flatMap((o) => make(o) ?? []);
  const more = all.filter((o) => !first.includes(o)).flatMap((o) => make(o) ?? []);
  if (shown.length === 0 || more.length === 0) return [shown, more];
  const summary = el("summary", {}, strings.more(more.length));
  return [shown, el("details", { class: "pictures more" }, summary, more)];
}
