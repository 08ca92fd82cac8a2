// Predict, then look: everyone says where a line will go; then the model's line, with the room's
// spread behind it.

import { useContext, useRef, useState } from "preact/hooks";
import { margin } from "../../../charts/frame";
import { scenarios_panel, sides_of, type ScenarioPicture } from "../../../charts/scenarios";
import { baseline_style, group_style } from "../../../charts/style";
import type { Series } from "../../../charts/series";
import { ends_inside, fair_domain, filled, room_band, straight_to, type Prediction } from "../../prediction";
import { strings } from "../../strings";
import type { PresetScenario } from "../../data";
import { most_what_ifs } from "../../store";
import { essence, is_empty, preset_twin, type WhatIf } from "../../what_if";
import { level } from "../../words";
import { Chart, Zoom } from "../chart";
import { active_of, before_figures, figures_of, preset_of, useChosen, useModel, type Chosen } from "../model";
import { Panel } from "../panel";
import { DrawSurface } from "./draw_surface";
import { session } from "./session_strings";

const words = session.predict;
const heights = { page: 340, projector: 220 }; // px, before the projector's zoom
const steps = 200; // of the slider

/// Makes a scenario of the school the active one, and leaves what was made in Explore as it is.
function show_scenario(chosen: Chosen, scenario: PresetScenario): void {
  const { what_ifs, active } = chosen.state.choice;
  const preset = preset_of(chosen);
  const wanted: WhatIf = {
    name: scenario.title,
    programs: [...scenario.programs].sort(),
    levers: {},
  };
  const there = what_ifs.findIndex((w) => essence(w) === essence(wanted));
  if (there >= 0) return chosen.act({ do: "choose", choice: { active: there } });
  const current = what_ifs[active]!;
  const own = !is_empty(current) && preset_twin(preset, current) === undefined;
  if (own && what_ifs.length < most_what_ifs) {
    return chosen.act({
      do: "choose",
      choice: { what_ifs: [...what_ifs, wanted], active: what_ifs.length },
    });
  }
  chosen.act({ do: "change", what_if: wanted });
}

interface QuestionProps {
  outcome: string;
  set_outcome: (key: string) => void;
  anew: () => void; // a new question: what was said to the old one goes
}

function Question({ outcome, set_outcome, anew }: QuestionProps) {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  const what_if = active_of(chosen);
  const ready = preset.scenarios.filter((s) => s.plain && !s.baseline);
  const same = (w: WhatIf, programs: string[]) =>
    Object.keys(w.levers).length === 0 && w.programs.join() === [...programs].sort().join();
  const key_chosen = ready.find((s) => same(what_if, s.programs))?.key ?? "";
  const choose = (key: string) => {
    const scenario = ready.find((s) => s.key === key);
    if (!scenario) return;
    anew();
    show_scenario(chosen, scenario);
  };
  const groups = preset.groups.filter((g) => !g.hidden);
  return (
    <div class="filters">
      <p>
        <label for="predict-what">{words.what}</label>
        <select id="predict-what" value={key_chosen} onChange={(e) => choose(e.currentTarget.value)}>
          <option value="">
            {words.what_open}: {what_if.name}
          </option>
          {ready.map((s) => (
            <option value={s.key}>{s.title}</option>
          ))}
        </select>
      </p>
      <p>
        <label for="predict-which">{words.which}</label>
        <select id="predict-which" value={outcome} onChange={(e) => set_outcome(e.currentTarget.value)}>
          {preset.outcomes.filter((o) => o.ticks > 1).map((o) => (
            <option value={o.key}>{o.label}</option>
          ))}
        </select>
      </p>
      <p>
        <label for="predict-whose">{words.whose}</label>
        <select id="predict-whose" value={chosen.state.view.group}
          onChange={(e) => {
            anew();
            chosen.act({ do: "view", view: { group: e.currentTarget.value } });
          }}>
          {groups.map((g) => (
            <option value={g.key}>{g.label}</option>
          ))}
        </select>
      </p>
    </div>
  );
}

export function Predict() {
  const model = useModel();
  const preset = preset_of(model);
  const what_if = active_of(model);
  const [outcome_key, set_outcome_key] = useState("belonging");
  const [line, set_line] = useState<number[] | null>(null);
  const [kept, set_kept] = useState<Prediction[]>([]);
  const [shown, set_shown] = useState(false);
  const tables = useRef(0);
  const zoom = useContext(Zoom);
  const outcome = preset.outcomes.find((o) => o.key === outcome_key) ?? preset.outcomes[0]!;
  const of = { outcome: outcome.key, group: model.state.view.group };
  const before = before_figures(model, what_if).band(of);
  const figures = figures_of(model, what_if);
  const after = figures && figures.runs === figures.of ? figures.band(of) : null; // all runs, or none
  const anew = () => {
    set_line(null);
    set_kept([]);
    set_shown(false);
    tables.current = 0;
  };
  const question = (
    <Question outcome={outcome.key} anew={anew} set_outcome={(key) => { set_outcome_key(key); anew(); }} />
  );
  if (!before) return question;
  const ghost = room_band(kept, before.time, words.room);
  if (shown) {
    return (
      <div>
        {question}
        <div class="big" role="status">
          <Panel title={outcome.label} about={outcome.description} outcome={outcome} of={of} ghost={ghost} alone />
        </div>
        {ghost && after ? <p class="lead">{ends_inside(after, ghost) ? words.inside : words.outside}</p> : null}
        <p class="lead">{words.notice}</p>
        <button type="button" onClick={anew}>{words.again}</button>
      </div>
    );
  }
  const useful_height = zoom === 1 ? heights.page : heights.projector;
  const y = fair_domain(before, after ? [after] : []);
  const baseline: Series = { label: strings.pictures.baseline, style: baseline_style, ...before };
  const guess: Series[] = line
    ? [{ label: words.ours, style: group_style(5), time: before.time, mean: line, low: line, high: line }]
    : [];
  const picture: ScenarioPicture = { baseline, scenarios: guess, singles: [], ghost: null, zero: false };
  const wide = (width: number) => sides_of(picture, y, width);
  const end = line?.[line.length - 1] ?? before.mean[before.mean.length - 1] ?? 0;
  const at = Math.round(((end - y[0]) / (y[1] - y[0])) * steps);
  const keep = () => {
    if (!line) return;
    set_kept([...kept, { name: words.table_name(++tables.current), levels: line }]);
    set_line(null);
  };
  return (
    <div>
      <p class="lead">{words.lead}</p>
      {question}
      <h3>
        {outcome.label} {outcome.unit && outcome.unit !== "1" ? <span class="unit">{outcome.unit}</span> : null}
      </h3>
      <p class="about">{outcome.description} {words.how}</p>
      <div class="big drawing">
        <Chart
          draw={(width) =>
            scenarios_panel(picture, {
              width,
              height: useful_height,
              x: [before.time[0]!, before.time[before.time.length - 1]!],
              y,
              x_name: strings.time[outcome.time] ?? "",
              format: (v) => level(v, outcome),
              description: `${outcome.label}. ${strings.pictures.baseline}: ${level(before.mean[before.mean.length - 1], outcome)}`,
            })
          }
          depends={[model.state, line, outcome.key]}
          over={(width, zoom) => (
            <DrawSurface
              ticks={before.time.length}
              y={y}
              sides={wide(width / zoom).map((px) => px * zoom) as [number, number]}
              top={margin.top * zoom}
              bottom={margin.bottom * zoom}
              drawn={(drawn) => set_line(filled(drawn))}
            />
          )}
        />
      </div>
      <p class="ends">
        <label for="ends-at">{words.ends_at}</label>
        <input id="ends-at" type="range" min={0} max={steps} value={at}
          aria-valuetext={`${level(end, outcome)} ${outcome.unit}`}
          onInput={(e) =>
            set_line(straight_to(y[0] + (Number(e.currentTarget.value) / steps) * (y[1] - y[0]), before))
          } />
        <output>{line ? level(end, outcome) : strings.none}</output>
      </p>
      <div class="buttons">
        <button type="button" disabled={!line} onClick={keep}>{words.add}</button>
        <button type="button" disabled={!line} onClick={() => set_line(null)}>{words.clear}</button>
        <button type="button" class="primary" disabled={is_empty(what_if) || !after}
          onClick={() => { if (line) keep(); set_shown(true); }}>
          {words.reveal}
        </button>
      </div>
      {is_empty(what_if) ? <p class="caution">{words.nothing}</p> : null}
      <p role="status" class="note">{kept.length > 0 ? words.kept(kept.length) : ""}</p>
      <ul class="kept">
        {kept.map((p, k) => (
          <li>
            {p.name}: {level(p.levels[p.levels.length - 1], outcome)}{" "}
            <button type="button" class="quiet" aria-label={words.remove(p.name)}
              onClick={() => set_kept(kept.filter((_, i) => i !== k))}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

