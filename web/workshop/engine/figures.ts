// Figures of paired runs: a year in one number, bands over runs, and how often a scenario ends
// higher than its own baseline. Only runs of which all schools are there count.

import { mean, quantileSorted } from "d3";

/// How a year of ticks becomes one figure: the last tick, the mean of all, or their sum.
export type Summary = "last" | "mean" | "total";

/// Ticks without a value are left out of means and sums; NaN where none has one (or the last).
export function year_figure(ticks: number[], summary: Summary): number {
  if (summary === "last") return ticks[ticks.length - 1] ?? NaN;
  const there = ticks.filter((x) => !Number.isNaN(x));
  if (there.length === 0) return NaN;
  const sum = there.reduce((a, b) => a + b, 0);
  return summary === "total" ? sum : sum / there.length;
}

export interface Band {
  mean: number[]; // by tick, over runs
  low: number[]; // a tenth of the runs is below
  high: number[]; // a tenth is above
}

/// `runs`: by run and tick.
export function band(runs: number[][]): Band {
  const ticks = runs[0]?.length ?? 0;
  const found: Band = { mean: [], low: [], high: [] };
  for (let t = 0; t < ticks; ++t) {
    const values = runs.map((run) => run[t] ?? NaN).filter((x) => !Number.isNaN(x));
    values.sort((a, b) => a - b);
    found.mean.push(mean(values) ?? NaN);
    found.low.push(quantileSorted(values, 0.1) ?? NaN);
    found.high.push(quantileSorted(values, 0.9) ?? NaN);
  }
  return found;
}

export interface Paired {
  runs: number;
  higher: number;
  lower: number;
  change: number; // mean of the runs' differences
  low: number; // the middle 80 % of them
  high: number;
}

/// The same runs in two scenarios. Differences within single precision's rounding are ties, as in
/// the table of `belong summary`.
export function paired(baseline: number[], scenario: number[]): Paired {
  const differences: number[] = [];
  let higher = 0;
  let lower = 0;
  baseline.forEach((before, r) => {
    const after = scenario[r] ?? NaN;
    if (Number.isNaN(before) || Number.isNaN(after)) return;
    const rounding = (Math.abs(before) + Math.abs(after)) * 2 ** -24;
    const difference = after - before;
    differences.push(difference);
    if (difference > rounding) ++higher;
    if (difference < -rounding) ++lower;
  });
  differences.sort((a, b) => a - b);
  return {
    runs: differences.length,
    higher,
    lower,
    change: mean(differences) ?? NaN,
    low: quantileSorted(differences, 0.1) ?? NaN,
    high: quantileSorted(differences, 0.9) ?? NaN,
  };
}
