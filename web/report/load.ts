// Reads the JSON that was written into the page, refuses what does not fit the contract, and takes
// out groups that are too small to show, whatever the writer did.

import type { Band, ReportData } from "./data";

const lists = [
  "answers",
  "scenarios",
  "programs",
  "stories",
  "dimensions",
  "groups",
  "environment",
  "outcomes",
  "curves",
  "gaps",
  "gap_changes",
  "effects",
  "parameters",
] as const;

function check_band(name: string, band: Band): void {
  const n = band.time.length;
  if (band.mean.length !== n || band.low.length !== n || band.high.length !== n) {
    throw new Error(`${name}: time, mean, low and high differ in length`);
  }
}

/// Throws an Error that names the part that is missing or of unequal length.
function check(data: ReportData): void {
  for (const list of lists) {
    if (!Array.isArray(data[list])) throw new Error(`"${list}" is not a list`);
  }
  if (data.scenarios.filter((s) => s.baseline).length !== 1) {
    throw new Error("there must be exactly one baseline scenario");
  }
  for (const c of data.curves) check_band(`curve ${c.outcome}/${c.scenario}/${c.group}`, c);
  for (const g of data.gaps) check_band(`gap ${g.outcome}/${g.scenario}/${g.group}`, g);
}

/// The same data without anything about hidden groups but their names.
function without_small_groups(data: ReportData): ReportData {
  const groups = data.groups.map((g) => {
    const hidden = g.hidden || (g.n !== null && g.n < data.small_cell);
    return hidden ? { ...g, hidden, n: null } : g;
  });
  const shown = new Set(groups.filter((g) => !g.hidden).map((g) => g.key));
  return {
    ...data,
    groups,
    curves: data.curves.filter((c) => shown.has(c.group)),
    gaps: data.gaps.filter((g) => shown.has(g.group) && shown.has(g.reference)),
    gap_changes: data.gap_changes.filter((g) => shown.has(g.group) && shown.has(g.reference)),
    effects: data.effects.filter((e) => shown.has(e.group)),
    environment: data.environment.map((e) => ({
      ...e,
      parts: e.parts.map((p) => ({ ...p, values: p.values.filter((v) => shown.has(v.group)) })),
    })),
  };
}

/// The report's data, or null when the template was never filled. Throws when the data do not fit.
export function load(text: string): ReportData | null {
  if (text.trim().startsWith("/*")) return null;
  const data = JSON.parse(text) as ReportData | null;
  if (data === null) return null;
  check(data);
  return without_small_groups(data);
}
