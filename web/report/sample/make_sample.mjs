// Writes made-up results in the shape of data.ts, to look at the page and to test it. The numbers
// come from no model and say nothing about any program.
//
//   node report/sample/make_sample.mjs OUT.json

import { writeFile } from "node:fs/promises";
import { groups, outcomes, parameters, programs, scenarios } from "./library.mjs";

const dimensions = [
  { key: "race", label: "Race and ethnicity" },
  { key: "gender", label: "Gender" },
  { key: "language", label: "Language" },
];

const runs = 32;
const weeks = Array.from({ length: 36 }, (_, i) => i + 1);
const periods = [1, 2, 3, 4];
const round = (x) => Math.round(x * 1e5) / 1e5;

/// A repeatable wobble in [-1, 1], so that the sample is the same at every run.
function wobble(...keys) {
  let h = 2166136261;
  for (const c of keys.join("/")) h = Math.imul(h ^ c.charCodeAt(0), 16777619);
  h = Math.imul(h ^ (h >>> 15), 2246822519);
  return ((h ^ (h >>> 13)) >>> 0) / 2147483648 - 1;
}

const share_of_year = (outcome, t) =>
  t / (outcome.time === "week" ? 36 : outcome.time === "year" ? 1 : 4);

function mean_at(outcome, scenario, group, t) {
  const s = share_of_year(outcome, t);
  const push = scenario.push[outcome.key] ?? 0;
  const course = outcome.start + outcome.slope * s + outcome.dip * Math.sin(Math.PI * s);
  const treated = group.pressure * outcome.gap * (0.4 + 0.6 * s) * (1 - scenario.closes * s);
  const noise = 0.06 * outcome.spread * wobble(outcome.key, group.key, t);
  return course + push * Math.min(1, 1.4 * s) * (1 + 0.5 * group.pressure) - treated + noise;
}

function band(outcome, scenario, group, times, value, width) {
  const mean = times.map(value);
  const half = times.map((t) => width * outcome.spread * (0.5 + 0.5 * share_of_year(outcome, t)));
  return {
    time: times,
    mean: mean.map((m) => (m === null ? null : round(m))),
    low: mean.map((m, i) => (m === null ? null : round(m - half[i]))),
    high: mean.map((m, i) => (m === null ? null : round(m + half[i] * 0.9))),
  };
}

const times_of = (o) => (o.time === "week" ? weeks : o.time === "year" ? [1] : periods);
const shown = groups.filter((g) => !g.hidden);
const pairs = outcomes.flatMap((o) => scenarios.map((s) => [o, s]));
const by_group = new Set(["belonging", "engagement", "referrals"]);

const curves = pairs.flatMap(([o, s]) =>
  shown
    .filter((g) => g.key === "all" || by_group.has(o.key))
    .map((g) => {
      // Nobody is surveyed in the first week: an undefined value, as a real run may have.
      const value = (t) => (o.key === "relation" && t === 1 ? null : mean_at(o, s, g, t));
      const width = g.key === "all" ? 1 : 1.5;
      return {
        outcome: o.key,
        scenario: s.key,
        group: g.key,
        ...band(o, s, g, times_of(o), value, width),
      };
    }),
);

const gaps = pairs
  .filter(([o]) => by_group.has(o.key))
  .flatMap(([o, s]) =>
    shown
      .filter((g) => g.reference)
      .map((g) => {
        const other = shown.find((r) => r.key === g.reference);
        const value = (t) => mean_at(o, s, g, t) - mean_at(o, s, other, t);
        const names = { dimension: g.dimension, group: g.key, reference: g.reference };
        return {
          outcome: o.key,
          scenario: s.key,
          ...names,
          ...band(o, s, g, times_of(o), value, 0.8),
        };
      }),
  );

const effects = pairs
  .filter(([, s]) => !s.baseline)
  .flatMap(([o, s]) =>
    shown
      .filter((g) => g.key === "all" || by_group.has(o.key))
      .map((g) => {
        const end = times_of(o).at(-1);
        const baseline = mean_at(o, scenarios[0], g, end);
        const value = mean_at(o, s, g, end);
        const half = 0.22 * o.spread * (g.key === "all" ? 1 : 1.6);
        const z = (value - baseline) / (3 * half);
        return {
          outcome: o.key,
          scenario: s.key,
          group: g.key,
          baseline: round(baseline),
          value: round(value),
          difference: round(value - baseline),
          low: round(value - baseline - half),
          high: round(value - baseline + half),
          higher_in: Math.round(runs / (1 + Math.exp(-3 * z))),
          of: runs,
        };
      }),
  );

const report = {
  title: "Three ways to welcome ninth grade",
  experiment: "configs/experiments/ninth_grade.toml",
  version: "0.1.0",
  seed: "20240902",
  fingerprint: "b7d1 3c52 90ae 77f4 (sample)",
  command: "belong run configs/experiments/ninth_grade.toml -o results.h5 --set run.seed=20240902",
  replicates: runs,
  schools: 3,
  students: 1200,
  days: 180,
  headline:
    "Made-up sample: with all three programs together belonging ends higher in 32 of 32 paired " +
    "runs, by 0.062 on a scale from 0 to 1 (95% interval 0.053 to 0.071).",
  interval_note:
    "The 95% intervals cover chance from day to day within these three schools. They do not cover " +
    "what is not known about the parameters, nor other schools.",
  small_cell: 10,
  small_cell_note:
    "Groups with fewer than 10 students are not shown, nor a second group when the first could be " +
    "worked out from it.",
  scenarios: scenarios.map(({ key, title, baseline, programs: p }) => ({
    key,
    title,
    baseline,
    programs: p,
  })),
  programs,
  stories: scenarios
    .filter((s) => !s.baseline)
    .map((s) => ({
      scenario: s.key,
      done: s.programs.map((key) => `${key}: teachers meet and talk. Delivered: 70%.`).join("\n"),
      moved: "From week 2: relation with teachers +0.012 (95% interval +0.010 to +0.014).",
      unmoved: "Referrals 0.000 (95% interval −0.010 to +0.010).",
    })),
  groups: groups.map(({ key, dimension, label, n, hidden }) => ({
    key,
    dimension,
    label,
    n,
    hidden,
  })),
  dimensions,
  outcomes: outcomes.map(({ key, label, unit, better, time, description, digits }) => ({
    key,
    label,
    unit,
    better,
    time,
    summary: key === "attendance" ? "mean" : key === "referrals" ? "total" : "last",
    description,
    digits,
    main: key !== "relation",
  })),
  curves,
  gaps,
  effects,
  parameters,
};

const out = process.argv[2];
if (!out) throw new Error("usage: node make_sample.mjs OUT.json");
await writeFile(out, JSON.stringify(report));
