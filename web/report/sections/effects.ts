// Paired effects: dots and intervals, and in a fold for each outcome its numbers, also by group.

import { fit } from "../../charts/fit";
import { interval_panel } from "../../charts/intervals";
import { padded } from "../../charts/series";
import { swatch } from "../../charts/swatch";
import type { Effect, Outcome, Scenario } from "../data";
import { el, fold, section, table, type Column } from "../dom";
import { difference, level, unit } from "../numbers";
import { strings } from "../strings";
import type { View } from "../view";

const words = strings.effects;
const heads = strings.columns;
const most_named = 3; // pairs of intervals that overlap

interface Row {
  scenario: Scenario;
  effect: Effect;
}

function number_columns<R>(outcome: Outcome, of: (row: R) => Effect): Column<R>[] {
  const number = (head: string, print: (e: Effect) => string): Column<R> => ({
    head,
    kind: "number",
    cell: (row) => print(of(row)),
  });
  return [
    number(heads.baseline, (e) => level(e.baseline, outcome)),
    number(heads.value, (e) => level(e.value, outcome)),
    number(heads.difference, (e) => difference(e.difference, outcome)),
    number(heads.interval, (e) =>
      e.low === null || e.high === null
        ? strings.none
        : strings.interval(difference(e.low, outcome), difference(e.high, outcome)),
    ),
    number(heads.higher_in, (e) =>
      e.higher_in === null ? strings.none : strings.runs_of(String(e.higher_in), e.of, e.ties ?? 0),
    ),
  ];
}

/// Which intervals overlap: those scenarios are not ranked.
function what_overlaps(rows: Row[]): string {
  if (rows.length < 2) return "";
  if (rows.every((r) => r.effect.low === null)) return words.no_intervals;
  const overlapping: string[] = [];
  rows.forEach((a, i) => {
    for (const b of rows.slice(i + 1)) {
      if (a.effect.low === null || b.effect.low === null) continue;
      if (a.effect.low > b.effect.high! || b.effect.low > a.effect.high!) continue;
      overlapping.push(words.pair(a.scenario.title, b.scenario.title));
    }
  });
  const pairs = (rows.length * (rows.length - 1)) / 2;
  if (overlapping.length === 0) return words.all_apart;
  if (overlapping.length === pairs) return words.not_ranked;
  if (overlapping.length > most_named) return words.many_overlap(overlapping.length, pairs);
  return words.overlap(overlapping.join("; "));
}

function chart(view: View, outcome: Outcome, rows: Row[]): HTMLElement {
  const parts = rows.map(({ scenario, effect: e }) =>
    words.describe_row(
      scenario.title,
      difference(e.difference, outcome),
      difference(e.low, outcome),
      difference(e.high, outcome),
    ),
  );
  const ends = rows.flatMap(({ effect: e }) => [e.low, e.high, e.difference]);
  return fit((width) =>
    interval_panel(
      rows.map(({ scenario, effect: e }) => ({
        label: scenario.title,
        style: view.style_of(scenario),
        value: e.difference,
        low: e.low,
        high: e.high,
      })),
      {
        width,
        x: padded([0, ...ends.map((v) => v ?? Number.NaN)], 0.1),
        x_name: words.axis(outcome.unit === "%" ? words.points : unit(outcome.unit)),
        zero: true,
        format: (v) => difference(v, outcome),
        description: words.describe(outcome.label, parts.join("; ")),
      },
    ),
  );
}

function by_group(view: View, outcome: Outcome): HTMLElement | null {
  interface GroupRow extends Row {
    label: string;
  }
  const rows = view.data.groups
    .filter((g) => g.dimension !== "all" && !g.hidden)
    .flatMap((g) =>
      view.others.flatMap((scenario): GroupRow[] => {
        const effect = view.effect(outcome, scenario, g.key);
        return effect ? [{ scenario, effect, label: g.label }] : [];
      }),
    );
  if (rows.length === 0) return null;
  const columns: Column<GroupRow>[] = [
    { head: heads.group, kind: "row", cell: (r) => r.label },
    { head: heads.scenario, cell: (r) => r.scenario.title },
    ...number_columns<GroupRow>(outcome, (r) => r.effect),
  ];
  return fold("numbers", words.by_group(outcome.label), () =>
    table(words.by_group_caption(outcome.label), columns, rows, "stacked"),
  );
}

function rows_of(view: View, outcome: Outcome): Row[] {
  return view.others.flatMap((scenario): Row[] => {
    const effect = view.effect(outcome, scenario, "all");
    return effect ? [{ scenario, effect }] : [];
  });
}

/// One outcome of all scenarios as a picture, with what overlaps. The table that
/// goes with it is the caller's.
export function apart_panel(view: View, outcome: Outcome): HTMLElement | null {
  const rows = rows_of(view, outcome);
  if (rows.length === 0) return null;
  const better = strings.better[outcome.better];
  return el(
    "div",
    { class: "panel" },
    el("h4", {}, outcome.label),
    chart(view, outcome, rows),
    el("p", { class: "part" }, [better, what_overlaps(rows)].filter((t) => t !== "").join(" ")),
  );
}

function outcome_part(view: View, outcome: Outcome): HTMLElement | null {
  const rows = rows_of(view, outcome);
  if (rows.length === 0) return null;
  const columns: Column<Row>[] = [
    {
      head: heads.scenario,
      kind: "row",
      cell: (r) =>
        el(
          "span",
          { class: "named" },
          swatch(view.style_of(r.scenario)),
          el("span", {}, r.scenario.title),
        ),
    },
    ...number_columns<Row>(outcome, (r) => r.effect),
  ];
  const small = unit(outcome.unit);
  const better = strings.better[outcome.better];
  const figure = outcome.time === "year" ? "" : words.figure[outcome.summary];
  const about = [outcome.description, better, figure, what_overlaps(rows)];
  return el(
    "details",
    { class: "pictures" },
    el("summary", {}, outcome.label, small ? el("span", { class: "unit" }, ` ${small}`) : null),
    el("p", { class: "about" }, about.filter((t) => t !== "").join(" ")),
    el(
      "div",
      { class: "pair" },
      chart(view, outcome, rows),
      table(words.caption(outcome.label), columns, rows, "stacked"),
    ),
    by_group(view, outcome),
  );
}

export function effects(view: View): HTMLElement {
  const parts = view.data.outcomes.flatMap((o) => outcome_part(view, o) ?? []);
  return section(
    "effects",
    words.title,
    el("p", { class: "lead" }, words.lead(view.data.replicates)),
    el("p", {}, words.order),
    parts.length > 0 ? parts : el("p", {}, words.none),
  );
}
