// Several lines in one panel, named at their ends. Bands of many lines would hide each other, so
// each line has one bar at its end instead: its band at the last time.

import * as Plot from "@observablehq/plot";
import { draw_frame, margin, type Frame } from "./frame";
import { mean_line } from "./marks";
import { last_point, spread, type Point, type Series } from "./series";
import { font_size, ink, shorten, text_width } from "./style";

const bar_step = 5; // px between the bars at the end
const label_share = 0.4; // of the panel's width, at most

/// The end of a line: its last defined point.
export interface End {
  s: Series;
  last: Point;
}

/// The band at the end, as a bar: the i-th of several stands i steps to the right.
export function bar({ s, last }: End, i: number): Plot.Markish[] {
  const dx = 6 + i * bar_step;
  return [
    Plot.ruleX([last], {
      x: "time",
      y1: "low",
      y2: "high",
      stroke: s.style.color,
      strokeWidth: 2,
      dx,
    }),
    Plot.dot([last], { x: "time", y: "mean", fill: s.style.color, r: 2.5, dx }),
  ];
}

/// The ends of lines that have one.
export const ends_of = (series: Series[]): End[] =>
  series.flatMap((s) => {
    const last = last_point(s);
    return last ? [{ s, last }] : [];
  });

/// Names at the ends, `dx` px to the right, none on another.
/// Labels are spread in px, so the frame's vertical scale is worked out here once more.
export function end_labels(ends: End[], frame: Frame, dx: number): Plot.Markish[] {
  const bottom = frame.height - margin.bottom;
  const px = (v: number) =>
    bottom - ((v - frame.y[0]) / (frame.y[1] - frame.y[0])) * (bottom - margin.top);
  const wanted = ends.map((e) => px(e.last.mean));
  const got = spread(wanted, font_size + 2, margin.top + 6, bottom - 6);
  return ends.map(({ s, last }, i) =>
    Plot.text([last], {
      x: () => frame.x[1],
      y: "mean",
      text: () => shorten(s.label, label_share * frame.width),
      dx,
      dy: got[i]! - wanted[i]!,
      textAnchor: "start",
      fill: s.style.color,
      fontWeight: 600,
    }),
  );
}

/// Room to the right of the lines, px, for the bars and names of these labels. Panels that stand
/// one above the other take the same.
export function room_for_ends(labels: string[], width: number): number {
  const widest = Math.max(0, ...labels.map(text_width));
  return 18 + labels.length * bar_step + Math.min(label_share * width, widest);
}

/// The panel. `zero` draws a firm line at zero, for differences.
export function lines_panel(series: Series[], frame: Frame, zero = false): SVGSVGElement {
  const ends = ends_of(series);
  const dx = 10 + ends.length * bar_step;
  const labels_of = series.map((s) => s.label);
  const room = { margin_right: room_for_ends(labels_of, frame.width), ...frame };
  return draw_frame(room, [
    zero ? Plot.ruleY([0], { stroke: ink.zero, strokeWidth: 1.25 }) : null,
    ...series.map(mean_line),
    ...ends.flatMap(bar),
    ...end_labels(ends, room, dx),
  ]);
}
