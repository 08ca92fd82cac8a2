// Levels and gaps of the year side by side, and how each gap came to change: a gap can close because
// everyone does better, or by levelling down.

import type { GapChange, Outcome, Scenario } from "../data";
import { el, table, type Child, type Column } from "../dom";
import { difference, level } from "../numbers";
import { strings } from "../strings";
import { shown_groups, type View } from "../view";

const words = strings.gap_table;
const most_named = 6; // gaps in the note on levelling down

interface Row {
  scenario: Scenario;
  group: string;
  label: string;
  change: GapChange | undefined; // none for the reference
}

const of_outcome = (view: View, outcome: Outcome): GapChange[] =>
  view.data.gap_changes.filter((c) => c.outcome === outcome.key);

/// One row for each scenario and group; null where nothing is set side by side.
export function gap_table(
  view: View,
  outcome: Outcome,
  dimension: string,
  reference: string, // its label
): Child {
  const changes = of_outcome(view, outcome);
  const groups = shown_groups(view, dimension);
  const rows = view.others.flatMap((scenario) =>
    groups.map((g): Row => ({
      scenario,
      group: g.key,
      label: g.label,
      change: changes.find((c) => c.scenario === scenario.key && c.group === g.key),
    })),
  );
  if (rows.every((r) => r.change === undefined)) return null;
  const effect = (r: Row) => view.effect(outcome, r.scenario, r.group);
  const gap = (r: Row, of: (c: GapChange) => number | null): string =>
    r.change ? difference(of(r.change), outcome) : strings.none;
  const columns: Column<Row>[] = [
    { head: strings.columns.scenario, kind: "row", cell: (r) => r.scenario.title },
    { head: strings.columns.group, cell: (r) => r.label },
    { head: words.level_before, kind: "number", cell: (r) => level(effect(r)?.baseline, outcome) },
    { head: words.level, kind: "number", cell: (r) => level(effect(r)?.value, outcome) },
    { head: words.gap_before, kind: "number", cell: (r) => gap(r, (c) => c.baseline) },
    { head: words.gap, kind: "number", cell: (r) => gap(r, (c) => c.value) },
    {
      head: words.change,
      kind: "number",
      cell: (r) =>
        r.change
          ? el(
              "span",
              { class: "lines" },
              el("span", {}, gap(r, (c) => c.change)),
              r.change.low === null
                ? null
                : el("span", {}, strings.interval(gap(r, (c) => c.low), gap(r, (c) => c.high))),
            )
          : strings.none,
    },
    {
      head: words.how,
      cell: (r) => {
        if (!r.change) return words.is_reference;
        return r.change.levelled ? el("strong", {}, r.change.how) : r.change.how;
      },
    },
  ];
  return table(words.caption(outcome.label, reference), columns, rows, "stacked");
}

/// Says where a gap closes while a level gets worse, of everything that is drawn by group.
export function levelling(view: View): Child {
  const all = view.data.gap_changes;
  if (all.length === 0) return null;
  const down = all.filter((c) => c.levelled);
  if (down.length === 0) return el("p", { class: "hidden-note" }, words.none_levelled(all.length));
  const title = (key: string) => view.data.scenarios.find((s) => s.key === key)?.title ?? key;
  const label = (key: string) => view.data.outcomes.find((o) => o.key === key)?.label ?? key;
  return el(
    "div",
    { class: "hidden-note" },
    el("p", {}, words.levelled(down.length, all.length)),
    el(
      "ul",
      {},
      down
        .slice(0, most_named)
        .map((c) => el("li", {}, words.levelled_one(label(c.outcome), title(c.scenario), c.how))),
    ),
    down.length > most_named ? el("p", {}, words.levelled_more(down.length - most_named)) : null,
  );
}
