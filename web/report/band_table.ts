// The table behind a chart of lines: one row per time, one column per line.

import type { Series } from "../charts/series";
import type { TimeStep } from "./data";
import { fold, table, type Column } from "./dom";
import { strings } from "./strings";

/// A fold with the table. `format` prints one number.
export function band_table(
  summary: string,
  caption: string,
  step: TimeStep,
  series: Series[],
  format: (value: number | null | undefined) => string,
): HTMLElement {
  return fold("numbers", summary, () => {
    const times = [...new Set(series.flatMap((s) => s.time))].sort((a, b) => a - b);
    const columns: Column<number>[] = [
      { head: strings.time_head[step], kind: "row", cell: String },
      ...series.map((s): Column<number> => {
        const at = new Map(s.time.map((t, i) => [t, i]));
        return {
          head: s.label,
          kind: "number",
          cell: (t) => {
            const i = at.get(t);
            if (i === undefined || s.mean[i] == null) return strings.none;
            return strings.with_interval(format(s.mean[i]), format(s.low[i]), format(s.high[i]));
          },
        };
      }),
    ];
    return table(`${caption}. ${strings.curves.cell_note}`, columns, times);
  });
}
