// Several scenarios beside one baseline in a panel: the baseline and the scenario that is looked at
// have bands, the others lines alone; single runs and a room's predictions on demand.

import * as Plot from "@observablehq/plot";
import { draw_frame, room_for, y_ticks, type Frame } from "./frame";
import { bar, end_labels, ends_of, room_for_ends } from "./lines";
import { band_area, mean_marks } from "./marks";
import { extent_of, padded, points, type Series } from "./series";
import { ink, type LineStyle } from "./style";

export interface ScenarioPicture {
  baseline: Series;
  scenarios: Series[]; // the one that is looked at first
  singles: number[][]; // of that one, by run and time; none: not shown
  ghost: Series | null; // what a room expected
  zero: boolean; // a firm line at zero, for differences
}

const all_of = (p: ScenarioPicture): Series[] => [
  ...p.scenarios,
  p.baseline,
  ...(p.ghost ? [p.ghost] : []),
];

/// The vertical domain that everything drawn needs.
export function domain_of(p: ScenarioPicture): [number, number] {
  const zero = p.zero ? [0] : [];
  return padded([...extent_of(all_of(p)), ...p.singles.flat(), ...zero], 0.12);
}

/// Room left and right of the lines, px: for a cursor that stands on them.
export function sides_of(p: ScenarioPicture, y: [number, number], width: number): [number, number] {
  const labels = all_of(p).map((s) => s.label);
  return [room_for(y_ticks(y)), room_for_ends(labels, width)];
}

function runs(singles: number[][], times: number[], style: LineStyle): Plot.Markish[] {
  const flat = singles.flatMap((run, r) => run.map((y, t) => ({ x: times[t]!, y, r })));
  return [
    Plot.lineY(flat, {
      x: "x",
      y: "y",
      z: "r",
      stroke: style.color,
      strokeOpacity: 0.35,
      strokeWidth: 0.75,
    }),
  ];
}

/// The room's: hatched by its outline, never by colour alone.
function ghost(s: Series): Plot.Markish[] {
  const edge = { x: "time", stroke: s.style.color, strokeDasharray: "1 3", strokeWidth: 1.5 };
  return [
    band_area(s, 0.08),
    Plot.lineY(points(s), { ...edge, y: "low" }),
    Plot.lineY(points(s), { ...edge, y: "high" }),
    ...mean_marks(s),
  ];
}

/// The panel; `frame.y` is domain_of, or a wider one that panels share.
export function scenarios_panel(p: ScenarioPicture, frame: Frame): SVGSVGElement {
  const shown = all_of(p);
  const ends = ends_of(shown);
  const [left, right] = sides_of(p, frame.y, frame.width);
  const room = { ...frame, margin_left: left, margin_right: right };
  const [first] = p.scenarios;
  return draw_frame(room, [
    p.zero ? Plot.ruleY([0], { stroke: ink.zero, strokeWidth: 1.25 }) : null,
    band_area(p.baseline),
    first ? band_area(first, p.singles.length > 0 ? 0.06 : 0.16) : null,
    ...(p.ghost ? ghost(p.ghost) : []),
    ...(first ? runs(p.singles, first.time, first.style) : []),
    ...p.scenarios.slice().reverse().flatMap(mean_marks),
    ...mean_marks(p.baseline),
    ...ends.flatMap(bar),
    ...end_labels(ends, room, 10 + ends.length * 5),
  ]);
}
