// What the sections ask of the data: who is the baseline, which style is whose, which curve is it.

import type { Series } from "../charts/series";
import { baseline_style, scenario_style, type LineStyle } from "../charts/style";
import type { Curve, Effect, Gap, Group, Outcome, ReportData, Scenario } from "./data";

export interface View {
  data: ReportData;
  baseline: Scenario;
  others: Scenario[]; // in the order of the experiment
  style_of: (scenario: Scenario) => LineStyle;
  curve: (outcome: Outcome, scenario: Scenario, group: string) => Curve | undefined;
  gap: (outcome: Outcome, scenario: Scenario, group: string) => Gap | undefined;
  dimension_label: (key: string) => string;
  effect: (outcome: Outcome, scenario: Scenario, group: string) => Effect | undefined;
}

const path = (...keys: string[]): string => keys.join("\u0000");

export function make_view(data: ReportData): View {
  const baseline = data.scenarios.find((s) => s.baseline)!; // load() has checked it
  const others = data.scenarios.filter((s) => !s.baseline);
  const curves = new Map(data.curves.map((c) => [path(c.outcome, c.scenario, c.group), c]));
  const gaps = new Map(data.gaps.map((g) => [path(g.outcome, g.scenario, g.group), g]));
  const effects = new Map(data.effects.map((e) => [path(e.outcome, e.scenario, e.group), e]));
  const labels = new Map(data.dimensions.map((d) => [d.key, d.label]));
  return {
    data,
    baseline,
    others,
    style_of: (s) => (s.baseline ? baseline_style : scenario_style(others.indexOf(s))),
    curve: (o, s, group) => curves.get(path(o.key, s.key, group)),
    gap: (o, s, group) => gaps.get(path(o.key, s.key, group)),
    dimension_label: (key) => labels.get(key) ?? key,
    effect: (o, s, group) => effects.get(path(o.key, s.key, group)),
  };
}

/// Groups of a dimension that may be shown.
export function shown_groups(view: View, dimension: string): Group[] {
  return view.data.groups.filter((g) => g.dimension === dimension && !g.hidden);
}

/// Names of hidden groups, of one dimension or of all.
export function hidden_names(view: View, dimension?: string): string {
  return view.data.groups
    .filter((g) => g.hidden && (dimension === undefined || g.dimension === dimension))
    .map((g) => g.label)
    .join(", ");
}

export function as_series(band: Curve | Gap, label: string, style: LineStyle): Series {
  const { time, mean, low, high } = band;
  return { label, style, time, mean, low, high };
}
