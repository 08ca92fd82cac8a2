// Dots with intervals, one row each, on a common scale: differences from the baseline, or levels
// of an outcome that is measured once.

import * as Plot from "@observablehq/plot";
import { finish, round_ticks } from "./frame";
import { font_size, ink, shorten, text_width, type LineStyle } from "./style";

export interface IntervalRow {
  label: string;
  style: LineStyle;
  value: number | null;
  low: number | null;
  high: number | null;
}

export interface IntervalFrame {
  width: number; // px
  x: [number, number];
  x_name: string;
  zero: boolean; // a firm line at zero, for differences
  format: (value: number) => string;
  description: string;
}

const row_height = 32; // px
const bottom = 38; // px
const right = 16; // px
const symbols = ["circle", "square", "triangle", "diamond", "star", "wye"] as const;

/// Draws the rows from top to bottom in the order given: the order is the caller's, not a ranking.
export function interval_panel(rows: IntervalRow[], frame: IntervalFrame): SVGSVGElement {
  const widest = Math.max(...rows.map((r) => text_width(r.label)));
  const room = Math.min(frame.width * 0.45, widest + 16);
  const shown = rows
    .map((row, i) => ({ ...row, i, symbol: symbols[i % symbols.length]! }))
    .filter((row) => row.value !== null);
  const ticks = round_ticks(frame.x, Math.max(2, Math.floor((frame.width - room) / 60)));
  const picture = Plot.plot({
    width: frame.width,
    height: rows.length * row_height + bottom,
    marginTop: 4,
    marginBottom: bottom,
    marginLeft: room,
    marginRight: right,
    className: "belong-chart",
    style: { fontSize: `${font_size}px`, color: ink.axis, overflow: "visible" },
    ariaLabel: frame.description,
    x: { type: "linear", domain: frame.x },
    y: { type: "linear", domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
    marks: [
      Plot.gridX(ticks.at, { stroke: ink.grid, strokeOpacity: 1 }),
      Plot.axisX(ticks.at, {
        tickSize: 4,
        label: frame.x_name,
        // Where the axis is shorter than its name, the name ends where the axis ends.
        labelAnchor: text_width(frame.x_name) > frame.width - room - right ? "right" : "center",
        labelArrow: "none",
        tickFormat: ticks.format,
      }),
      frame.zero ? Plot.ruleX([0], { stroke: ink.zero, strokeWidth: 1.25 }) : null,
      Plot.text(rows, {
        x: () => frame.x[0],
        y: (_, i: number) => i,
        dx: -8,
        text: (r: IntervalRow) => shorten(r.label, room - 10),
        textAnchor: "end",
        fill: (r: IntervalRow) => r.style.color,
        fontWeight: 600,
      }),
      Plot.ruleY(shown, {
        y: "i",
        x1: "low",
        x2: "high",
        stroke: (r) => r.style.color,
        strokeWidth: 2.5,
      }),
      Plot.dot(shown, {
        x: "value",
        y: "i",
        r: 5,
        symbol: "symbol",
        fill: (r) => r.style.color,
        stroke: ink.paper,
      }),
      Plot.text(shown, {
        x: "value",
        y: "i",
        dy: -12,
        text: (r) => frame.format(r.value as number),
        fill: ink.axis,
        stroke: ink.paper,
        strokeWidth: 8,
      }),
    ],
    symbol: { type: "identity" } as unknown as Plot.ScaleOptions,
    color: { type: "identity" },
  }) as SVGSVGElement;
  return finish(picture);
}
