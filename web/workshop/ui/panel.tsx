// One outcome: its picture, its sentence, its table.

import { useMemo, useState } from "preact/hooks";
import { interval_panel } from "../../charts/intervals";
import { extent_of, last_point, padded, type Series } from "../../charts/series";
import { domain_of, scenarios_panel, sides_of, type ScenarioPicture } from "../../charts/scenarios";
import { baseline_style, scenario_style } from "../../charts/style";
import type { PresetOutcome } from "../data";
import type { Figures, Of } from "../figures_shown";
import { strings } from "../strings";
import { is_empty } from "../what_if";
import { difference, level, other_way, sentence } from "../words";
import { Chart } from "./chart";
import { before_figures, figures_of, preset_of, useModel } from "./model";
import { SavePicture } from "./save_picture";

const words = strings.pictures;
const height = 230; // px

export interface PanelProps {
  title: string;
  about: string;
  outcome: PresetOutcome;
  of: Of;
  ghost?: Series | null;
  alone?: boolean; // without the scenarios that are not looked at
}

interface Shown {
  name: string;
  figures: Figures | null;
  series: Series | null;
}

function series_of(name: string, figures: Figures | null, of: Of, style: Series["style"]): Series | null {
  const band = figures?.band(of);
  return band ? { label: name, style, ...band } : null;
}

function BandTable({ outcome, all, format }: {
  outcome: PresetOutcome;
  all: Series[];
  format: (x: number | null | undefined) => string;
}) {
  const times = all[0]?.time ?? [];
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label={outcome.label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{strings.time_head[outcome.time]}</th>
            {all.map((s) => (
              <th scope="col" class="number">{s.label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((t, i) => (
            <tr>
              <th scope="row">{t}</th>
              {all.map((s) => (
                <td class="number">
                  {format(s.mean[i])} ({words.between(format(s.low[i]), format(s.high[i]))})
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Panel({ title, about, outcome, of, ghost = null, alone = false }: PanelProps) {
  const model = useModel();
  const [open, set_open] = useState(false);
  const preset = preset_of(model);
  const { what_ifs, active } = model.state.choice;
  const baseline = preset.scenarios.find((s) => s.baseline)!;
  const shown: Shown[] = [active, ...(alone ? [] : what_ifs.keys())].filter((k, i) => i === 0 || k !== active).map(
    (k) => {
      const what_if = what_ifs[k]!;
      const figures = is_empty(what_if) ? null : figures_of(model, what_if); // it is the baseline
      return { name: what_if.name, figures, series: series_of(what_if.name, figures, of, scenario_style(k)) };
    },
  );
  const compared = before_figures(model, what_ifs[active]!);
  const before = series_of(baseline.title, compared, of, baseline_style);
  const scenarios = shown.flatMap((s) => (s.series ? [s.series] : []));
  const first = shown[0];
  const singles = model.state.view.singles ? (first?.figures?.singles(of) ?? []) : [];
  const format = (x: number | null | undefined) =>
    of.reference ? difference(x ?? null, outcome) : level(x ?? null, outcome);
  const pairs = first?.figures?.pairs(of);
  const describe = useMemo(() => {
    const parts = [...scenarios, ...(before ? [before] : [])].map((s) => {
      const end = last_point(s);
      return words.describe_end(s.label, format(end?.mean), format(end?.low), format(end?.high));
    });
    return words.describe(title, parts.join("; "));
  }, [model.version, model.state, title]);
  if (!before) return null;
  const picture: ScenarioPicture = {
    baseline: before,
    scenarios,
    singles: singles.slice(0, 48),
    ghost,
    zero: of.reference !== undefined,
  };
  const once = before.time.length <= 1;
  const y = domain_of(picture);
  const draw = (width: number) =>
    once
      ? interval_panel(
          [before, ...scenarios].map((s) => ({
            label: s.label,
            style: s.style,
            value: s.mean[0] ?? null,
            low: s.low[0] ?? null,
            high: s.high[0] ?? null,
          })),
          {
            width,
            x: padded([...extent_of([before, ...scenarios])], 0.15),
            x_name: outcome.unit,
            zero: false,
            format: (v) => format(v),
            description: describe,
          },
        )
      : scenarios_panel(picture, {
          width,
          height,
          x: [before.time[0]!, before.time[before.time.length - 1]!],
          y,
          x_name: strings.time[outcome.time] ?? "",
          format: (v) => format(v),
          description: describe,
        });
  const read_out = (time: number) => {
    const values = [...scenarios, before].map((s) => {
      const i = s.time.indexOf(time);
      return `${s.label} ${format(s.mean[i])} (${words.between(format(s.low[i]), format(s.high[i]))})`;
    });
    return `${words.at(strings.time[outcome.time] ?? "", time)}: ${values.join("; ")}`;
  };
  return (
    <article class="panel">
      <h3>
        {title} {outcome.unit && outcome.unit !== "1" ? <span class="unit">{outcome.unit}</span> : null}
      </h3>
      <p class="about">{about}</p>
      <Chart
        draw={draw}
        depends={[model.version, model.state.choice, model.state.view, ghost]}
        cursor={
          once
            ? undefined
            : {
                times: before.time,
                sides: (width) => sides_of(picture, y, width),
                read_out,
                hint: words.read_out,
                name: title,
              }
        }
      />
      <p class="sentence">
        {pairs && first?.figures
          ? sentence(preset, outcome, of, pairs) + other_way(outcome, of, compared, first.figures)
          : is_empty(what_ifs[active]!)
            ? strings.sentence.nothing
            : strings.sentence.waiting}
        {first?.figures && first.figures.runs < first.figures.of
          ? ` ${strings.sentence.so_far(first.figures.runs, first.figures.of)}`
          : ""}
      </p>
      <details class="numbers" onToggle={(e) => set_open(e.currentTarget.open)}>
        <summary>{words.table(title)}</summary>
        {open ? <BandTable outcome={outcome} all={[before, ...scenarios]} format={format} /> : null}
        <SavePicture name={title} />
      </details>
    </article>
  );
}
