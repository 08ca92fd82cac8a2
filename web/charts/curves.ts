// One scenario beside the baseline: two lines, each with its band and a label at its end.

import * as Plot from "@observablehq/plot";
import { draw_frame, type Frame } from "./frame";
import { band_area, mean_marks } from "./marks";
import { last_point, points, type Series } from "./series";
import { ink, shorten, text_width } from "./style";

/// Highest and lowest drawn value over the last `share` of the time.
function reach(series: Series[], frame: Frame, share: number): [number, number] {
  const from = frame.x[1] - share * (frame.x[1] - frame.x[0]);
  const near = series
    .flatMap(points)
    .filter((p) => p.time >= from)
    .flatMap((p) => [p.mean, p.low, p.high])
    .filter(Number.isFinite);
  return [Math.min(...near), Math.max(...near)];
}

/// Labels stand above and below everything that is drawn where they are: near the ends of the
/// lines, and never on them.
function labels(scenario: Series, baseline: Series, frame: Frame): Plot.Markish[] {
  const ends = [scenario, baseline].map(last_point);
  const [ours, theirs] = ends;
  if (!ours || !theirs) return [];
  const scenario_on_top = ours.mean >= theirs.mean;
  const label = (s: Series, value: number, on_top: boolean) => {
    const text = `${shorten(s.label, frame.width * 0.62)} ${frame.format(value)}`;
    const share = Math.min(1, (text_width(text) + 10) / (frame.width - 60));
    const [below, above] = reach([scenario, baseline], frame, share);
    return Plot.text([text], {
      x: () => frame.x[1],
      y: () => (on_top ? above : below),
      textAnchor: "end",
      lineAnchor: on_top ? "bottom" : "top",
      dy: on_top ? -4 : 4,
      fill: s.style.color,
      fontWeight: 600,
      stroke: ink.paper,
      strokeWidth: 3,
    });
  };
  return [
    label(scenario, ours.mean, scenario_on_top),
    label(baseline, theirs.mean, !scenario_on_top),
  ];
}

/// The panel. The baseline is drawn last: its dashes let a line of the same course show through.
export function curve_panel(scenario: Series, baseline: Series, frame: Frame): SVGSVGElement {
  return draw_frame(frame, [
    band_area(baseline),
    band_area(scenario),
    ...mean_marks(scenario),
    ...mean_marks(baseline),
    ...labels(scenario, baseline, frame),
  ]);
}
