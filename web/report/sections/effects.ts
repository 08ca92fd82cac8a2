// Paired effects: a chart of dots and intervals beside its table, one pair per outcome.

import { fit } from "../../charts/fit";
import { interval_panel } from "../../charts/intervals";
import { padded } from "../../charts/series";
import { swatch } from "../../charts/swatch";
import type { Effect, Outcome, Scenario } from "../data";
import { el, fold, section, table, type Column } from "../dom";
import { difference, level, unit } from "../numbers";
import { strings } from "../strings";
import type { View } from "../view";
import { main_first } from "./main_first";

const words = strings.effects;
const heads = strings.columns;

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

const listed = (names: string[]): string =>
  new Intl.ListFormat(strings.locale, { type: "conjunction" }).format(names);

/// Which intervals lie wholly above which. Nothing is ranked that overlaps.
function what_is_apart(rows: Row[]): string {
  const parts = rows.flatMap((a) => {
    const { low } = a.effect;
    const under = rows.filter((b) => low !== null && b.effect.high !== null && low > b.effect.high);
    const names = under.map((b) => b.scenario.title);
    return names.length > 0 ? [words.above(a.scenario.title, listed(names))] : [];
  });
  if (rows.length < 2) return "";
  if (rows.every((r) => r.effect.low === null)) return words.no_intervals;
  return parts.length === 0 ? words.not_ranked : words.apart(parts.join("; "));
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

function outcome_part(view: View, outcome: Outcome): HTMLElement | null {
  const rows = view.others.flatMap((scenario): Row[] => {
    const effect = view.effect(outcome, scenario, "all");
    return effect ? [{ scenario, effect }] : [];
  });
  if (rows.length === 0) return null;
  const columns: Column<Row>[] = [
    {
      head: heads.scenario,
      kind: "row",
      cell: (r) =>
        el("span", { class: "named" }, swatch(view.style_of(r.scenario)), r.scenario.title),
    },
    ...number_columns<Row>(outcome, (r) => r.effect),
  ];
  const small = unit(outcome.unit);
  const better = strings.better[outcome.better];
  const figure = outcome.time === "year" ? "" : words.figure[outcome.summary];
  return el(
    "article",
    { class: "outcome effect" },
    el("h3", {}, outcome.label, small ? el("span", { class: "unit" }, ` ${small}`) : null),
    el("p", { class: "about" }, [better, figure, what_is_apart(rows)].filter((t) => t !== "").join(" ")),
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
  return section(
    "effects",
    words.title,
    el("p", { class: "lead" }, words.lead(view.data.replicates)),
    el("p", {}, `${words.order} ${view.data.interval_note}`),
    main_first(view, (o) => outcome_part(view, o)),
  );
}
