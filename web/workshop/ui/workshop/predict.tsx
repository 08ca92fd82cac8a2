// Predict, then look: everyone says where a line will go; then the model's line, with the room's
// spread behind it.

import { useContext, useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { margin } from "../../../charts/frame";
import { scenarios_panel, sides_of, type ScenarioPicture } from "../../../charts/scenarios";
import { baseline_style, group_style } from "../../../charts/style";
import type { Series } from "../../../charts/series";
import { course_of } from "../../course";
import { fair_domain, filled, room_band, straight_to } from "../../prediction";
import { strings } from "../../strings";
import type { PresetOutcome } from "../../data";
import type { ShownBand } from "../../figures_shown";
import { essence, is_empty } from "../../what_if";
import { level, titled } from "../../words";
import { Chart, Zoom } from "../chart";
import { useKept } from "../kept";
import { active_of, before_figures, figures_of, preset_of, useModel } from "../model";
import { Panel } from "../panel";
import { Press } from "../press";
import { nothing_said, useAnswer, type Answer } from "./answer";
import { ask_again, Question, type Asked } from "./question";
import { DrawSurface } from "./draw_surface";
import { session } from "./session_strings";

const words = session.predict;
const heights = { page: 340, projector: 220 }; // px, before the projector's zoom
const steps = 200; // of the slider

/// How the model's line runs, beside what the room expected.
function Course({ line, room, outcome }: { line: ShownBand; room: Series; outcome: PresetOutcome }) {
  const course = course_of(line, room);
  const time = strings.time[outcome.time] ?? "";
  const when = course.outside.map(([first, last]) => words.stretch(time, first, last)).join(", ");
  const said = course.inside ? words.inside : course.ends_inside ? words.leaves(when) : words.outside;
  return <p class="lead course">{said} {course.inside ? "" : words.no_proof}</p>;
}

export function Predict() {
  const model = useModel();
  const preset = preset_of(model);
  const what_if = active_of(model);
  const [outcome_key, set_outcome_key] = useKept("outcome", "belonging");
  const [asked, set_asked] = useKept<Asked | null>("asked", null);
  useLayoutEffect(() => {
    if (asked) ask_again(model, asked);
  }, [model.state.choice, model.state.view.group]);
  const outcome = preset.outcomes.find((o) => o.key === outcome_key) ?? preset.outcomes[0]!;
  const of = { outcome: outcome.key, group: model.state.view.group };
  const [answer, change] = useAnswer(
    JSON.stringify([preset.experiment, essence(what_if), of.outcome, of.group]),
  );
  const { levels, kept, shown } = answer;
  const line = levels ? filled(levels) : null;
  const heading = useRef<HTMLHeadingElement>(null);
  const turned = useRef(false); // the pressed button goes: its focus moves to the heading
  useEffect(() => {
    if (turned.current) heading.current?.focus();
    turned.current = false;
  }, [shown]);
  const zoom = useContext(Zoom);
  const before = before_figures(model, what_if).band(of);
  const figures = figures_of(model, what_if);
  const after = figures && figures.runs === figures.of ? figures.band(of) : null; // all runs, or none
  const anew = () => {
    change(nothing_said);
    set_asked(null);
  };
  const said = () =>
    set_asked({ preset: model.state.choice.preset, what_if, group: model.state.view.group });
  const title = titled(outcome.label, preset, of.group);
  const question = (
    <Question outcome={outcome.key} anew={anew} set_outcome={(key) => { set_outcome_key(key); anew(); }} />
  );
  if (!before) return question;
  const ghost = room_band(kept, before.time, words.room);
  if (shown) {
    return (
      <div>
        {question}
        <h2 ref={heading} tabIndex={-1}>{words.revealed}</h2>
        <div class="big">
          <Panel title={title} about={outcome.description} outcome={outcome} of={of} ghost={ghost} alone />
        </div>
        {ghost && after ? <Course line={after} room={ghost} outcome={outcome} /> : null}
        <p class="lead">{words.notice}</p>
        <button type="button" onClick={() => { turned.current = true; anew(); }}>{words.again}</button>
      </div>
    );
  }
  const useful_height = zoom === 1 ? heights.page : heights.projector;
  const y = answer.y ?? fair_domain(before, after ? [after] : []);
  const draw = (to: (number | null)[]) => {
    said();
    change({ levels: to, y }); // the axis stays, whatever comes meanwhile
  };
  const baseline: Series = { label: strings.pictures.baseline, style: baseline_style, ...before };
  const guess: Series[] = line
    ? [{ label: words.ours, style: group_style(5), time: before.time, mean: line, low: line, high: line }]
    : [];
  const picture: ScenarioPicture = { baseline, scenarios: guess, singles: [], ghost: null, zero: false };
  const wide = (width: number) => sides_of(picture, y, width);
  const end = line?.[line.length - 1] ?? before.mean[before.mean.length - 1] ?? 0;
  const at = Math.round(((end - y[0]) / (y[1] - y[0])) * steps);
  const with_line = (): Partial<Answer> => {
    if (!line) return {};
    const tables = answer.tables + 1;
    return { kept: [...kept, { name: words.table_name(tables), levels: line }], tables, levels: null };
  };
  const look = () => {
    said();
    turned.current = true;
    change({ ...with_line(), shown: true });
  };
  return (
    <div>
      <p class="lead">{words.lead}</p>
      {question}
      <h2 ref={heading} tabIndex={-1}>
        {title} {outcome.unit && outcome.unit !== "1" ? <span class="unit">{outcome.unit}</span> : null}
      </h2>
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
          depends={[model.state, model.version, levels, ...y]}
          over={(width, zoom) => (
            <DrawSurface
              levels={levels}
              ticks={before.time.length}
              y={y}
              sides={wide(width / zoom).map((px) => px * zoom) as [number, number]}
              top={margin.top * zoom}
              bottom={margin.bottom * zoom}
              drawn={draw}
            />
          )}
        />
      </div>
      <p class="ends">
        <label for="ends-at">{words.ends_at}</label>
        <input id="ends-at" type="range" min={0} max={steps} value={at}
          aria-valuetext={`${level(end, outcome)} ${outcome.unit}`}
          onInput={(e) =>
            draw(straight_to(y[0] + (Number(e.currentTarget.value) / steps) * (y[1] - y[0]), before))
          } />
        <output>{line ? level(end, outcome) : strings.none}</output>
      </p>
      <div class="buttons">
        <Press off={!line} press={() => change(with_line())}>{words.add}</Press>
        <Press off={!line} press={() => change({ levels: null })}>{words.clear}</Press>
        <Press off={is_empty(what_if) || !after} class="primary" press={look}>{words.reveal}</Press>
      </div>
      {is_empty(what_if) ? <p class="caution">{words.nothing}</p> : null}
      <p role="status" class="note">{kept.length > 0 ? words.kept(kept.length) : ""}</p>
      <ul class="kept">
        {kept.map((p, k) => (
          <li>
            {p.name}: {level(p.levels[p.levels.length - 1], outcome)}{" "}
            <button type="button" class="quiet" aria-label={words.remove(p.name)}
              onClick={() => {
                change({ kept: kept.filter((_, i) => i !== k) });
                heading.current?.focus(); // the button that had it goes
              }}>
              ×
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

