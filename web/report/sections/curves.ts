// Outcome by scenario: small multiples, each with the baseline and one scenario.

import { curve_panel } from "../../charts/curves";
import { fit } from "../../charts/fit";
import { interval_panel } from "../../charts/intervals";
import { lines_panel } from "../../charts/lines";
import { extent_of, last_point, padded, type Series } from "../../charts/series";
import { swatch } from "../../charts/swatch";
import { band_table } from "../band_table";
import type { Outcome } from "../data";
import { el, section } from "../dom";
import { level, unit } from "../numbers";
import { strings } from "../strings";
import { as_series, type View } from "../view";
import { some_first } from "./some_first";

const height = 190; // px
const words = strings.curves;

/// Heading of an outcome, used by every section that shows it.
export function outcome_heading(outcome: Outcome): Node[] {
  const small = unit(outcome.unit);
  return [
    el("h3", {}, outcome.label, small ? el("span", { class: "unit" }, ` ${small}`) : null),
    el("p", { class: "about" }, `${outcome.description} ${strings.better[outcome.better]}`.trim()),
  ];
}

/// One number per run and scenario (a yearly outcome): dots and bars in place of curves.
function measured_once(outcome: Outcome, series: Series[]): HTMLElement {
  const rows = series.map((s) => {
    const [value = null] = s.mean;
    return {
      label: s.label,
      style: s.style,
      value,
      low: s.low[0] ?? null,
      high: s.high[0] ?? null,
    };
  });
  const parts = rows.map((r) => `${r.label} ${level(r.value, outcome)}`).join(", ");
  return el(
    "div",
    { class: "once" },
    fit((width) =>
      interval_panel(rows, {
        width,
        x: padded(extent_of(series), 0.12),
        x_name: unit(outcome.unit) || outcome.label,
        zero: false,
        format: (v) => level(v, outcome),
        description: words.describe_once(outcome.label, parts),
      }),
    ),
  );
}

function panel(view: View, outcome: Outcome, all: Series[], scenario: Series, baseline: Series) {
  const last = last_point(scenario);
  const description = words.describe(
    outcome.label,
    scenario.label,
    level(last?.mean, outcome),
    level(last?.low, outcome),
    level(last?.high, outcome),
    level(last_point(baseline)?.mean, outcome),
  );
  const times = all.flatMap((s) => s.time);
  return el(
    "div",
    { class: "panel" },
    el("h4", {}, swatch(scenario.style), scenario.label),
    fit((width) =>
      curve_panel(
        scenario,
        { ...baseline, label: view.baseline.title },
        {
          width,
          height,
          x: [Math.min(...times), Math.max(...times)],
          y: padded(extent_of(all), 0.17),
          x_name: strings.time[outcome.time],
          format: (v) => level(v, outcome),
          description,
        },
      ),
    ),
  );
}

/// The year as it is, where there is nothing to set beside it.
function alone(outcome: Outcome, baseline: Series): HTMLElement {
  const last = last_point(baseline);
  const description = words.describe_alone(
    outcome.label,
    level(last?.mean, outcome),
    level(last?.low, outcome),
    level(last?.high, outcome),
  );
  return el(
    "div",
    { class: "panels of-1" },
    fit((width) =>
      lines_panel([baseline], {
        width,
        height,
        x: [Math.min(...baseline.time), Math.max(...baseline.time)],
        y: padded(extent_of([baseline]), 0.17),
        x_name: strings.time[outcome.time],
        format: (v) => level(v, outcome),
        description,
      }),
    ),
  );
}

function outcome_row(view: View, outcome: Outcome): HTMLElement | null {
  const own = (scenario: (typeof view.others)[number]): Series[] => {
    const curve = view.curve(outcome, scenario, "all");
    return curve ? [as_series(curve, scenario.title, view.style_of(scenario))] : [];
  };
  const [baseline] = own(view.baseline);
  const scenarios = view.others.flatMap(own);
  if (!baseline) return null;
  const all = [baseline, ...scenarios];
  const once = all.every((s) => s.time.length <= 1);
  const pictures = once
    ? measured_once(outcome, all)
    : scenarios.length === 0
      ? alone(outcome, baseline)
      : el(
        "div",
        { class: `panels of-${Math.min(scenarios.length, 4)}` },
        scenarios.map((s) => panel(view, outcome, all, s, baseline)),
      );
  return el(
    "article",
    { class: "outcome" },
    ...outcome_heading(outcome),
    el("div", { class: "figure" }, pictures),
    band_table(words.numbers(outcome.label), outcome.label, outcome.time, all, (v) =>
      level(v, outcome),
    ),
  );
}

function key(view: View): HTMLElement {
  const line = (name: string, scenario: (typeof view.others)[number]) =>
    el("li", {}, swatch(view.style_of(scenario)), name);
  return el(
    "ul",
    { class: "key", "aria-label": words.key },
    line(words.baseline_key(view.baseline.title), view.baseline),
    view.others.map((s) => line(s.title, s)),
  );
}

const many = 6; // scenarios; with more the pictures are so many that one outcome stands open

export function curves(view: View): HTMLElement {
  const runs = view.data.replicates;
  const pictured = view.data.side_by_side?.pictured ?? [];
  const open = view.others.length > many ? pictured.slice(0, 1) : pictured;
  const rows = some_first(view, open, (o) => outcome_row(view, o));
  if (view.others.length === 0) {
    const lead = el("p", { class: "lead" }, words.lead_alone(runs));
    return section("curves", words.title, lead, el("p", {}, words.bar_alone), rows);
  }
  return section(
    "curves",
    words.title,
    el("p", { class: "lead" }, words.lead(runs)),
    el("p", {}, `${words.band} ${words.scale}`),
    key(view),
    rows,
  );
}
