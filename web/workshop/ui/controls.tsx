// The left side: which school, which scenarios, what adults do in them.

import { useRef } from "preact/hooks";
import { scenario_style } from "../../charts/style";
import { empty_what_if, most_what_ifs } from "../store";
import { strings } from "../strings";
import { is_empty, setting_of, with_lever, with_program, type WhatIf } from "../what_if";
import { Draft } from "./draft";
import { LeverRow } from "./lever_row";
import { sentence } from "../words";
import { active_of, figures_of, preset_of, useChosen, useModel } from "./model";
import { Press } from "./press";
import { Programs } from "./programs";
import { Swatch } from "./swatch";

const words = strings.explore;

function School() {
  const { page, state, act } = useChosen();
  if (page.presets.length < 2) return null;
  const choose = (preset: number) =>
    act({ do: "choose", choice: { preset, what_ifs: [empty_what_if(1)], active: 0 } });
  return (
    <p class="school">
      <label for="school">{words.place}</label>
      <select
        id="school"
        value={state.choice.preset}
        onChange={(e) => choose(Number(e.currentTarget.value))}
      >
        {page.presets.map((p, k) => (
          <option value={k}>{p.title}</option>
        ))}
      </select>
    </p>
  );
}

function WhatIfs() {
  const { state, act } = useChosen();
  const { what_ifs, active } = state.choice;
  const names = strings.what_ifs;
  const replace = (list: WhatIf[], at: number) =>
    act({ do: "choose", choice: { what_ifs: list, active: at } });
  const full = what_ifs.length >= most_what_ifs;
  const current = what_ifs[active]!;
  return (
    <section class="what-ifs" aria-label={names.title}>
      <div role="radiogroup" aria-label={names.title}>
        {what_ifs.map((what_if, k) => (
          <label class={k === active ? "tab chosen" : "tab"}>
            <input
              type="radio"
              name="what-if"
              checked={k === active}
              onChange={() => act({ do: "choose", choice: { active: k } })}
            />
            <Swatch style={scenario_style(k)} /> {what_if.name}
          </label>
        ))}
      </div>
      <div class="buttons">
        <Press off={full} title={full ? names.most : undefined}
          press={() => replace([...what_ifs, empty_what_if(what_ifs.length + 1)], what_ifs.length)}>
          {names.add}
        </Press>
        <Press off={full} title={full ? names.most : undefined}
          press={() => replace([...what_ifs, { ...current }], what_ifs.length)}>
          {names.copy}
        </Press>
        <Press off={what_ifs.length < 2}
          press={() => replace(what_ifs.filter((_, k) => k !== active), Math.max(0, active - 1))}>
          {names.remove}
        </Press>
      </div>
      <p class="name">
        <label for="what-if-name">{names.name}</label>
        <Draft
          id="what-if-name"
          type="text"
          maxLength={40}
          value={current.name}
          done={(text) => {
            const name = text.trim();
            if (name) act({ do: "change", what_if: { ...current, name } });
          }}
        />
      </p>
    </section>
  );
}

export const lever_words = (question: string, times: number): string =>
  `${question} ${String(Math.round(times * 100)).replace("-", "\u2212")}%`;

/// Chips of what differs from the year as it is, each with a way to take it out.
function Changed() {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  const what_if = active_of(chosen);
  const { act, page } = chosen;
  const title = useRef<HTMLHeadingElement>(null);
  const chips = [
    ...what_if.programs.map((key) => ({
      text: preset.programs.find((p) => p.key === key)?.title ?? key,
      without: () => with_program(what_if, key, false),
    })),
    ...Object.entries(what_if.levers).map(([name, setting]) => ({
      text: lever_words(page.levers.find((l) => l.name === name)?.question ?? name, setting.times),
      without: () => with_lever(what_if, name, { ...setting, times: 0 }),
    })),
  ];
  return (
    <section class="changed" aria-label={words.changed}>
      <h3 ref={title} tabIndex={-1}>
        {words.changed}: {what_if.name}
      </h3>
      {chips.length === 0 ? <p class="about">{words.nothing_changed}</p> : null}
      <ul>
        {chips.map(({ text, without }) => (
          <li>
            {text}
            <button type="button" class="quiet" aria-label={words.remove(text)}
              onClick={() => {
                act({ do: "change", what_if: without() });
                title.current?.focus(); // the button that had it is gone
              }}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <Press off={chosen.state.before.length === 0} press={() => act({ do: "undo" })}>
          {words.undo}
        </Press>
        <Press off={is_empty(what_if)}
          press={() => act({ do: "change", what_if: { ...what_if, programs: [], levers: {} } })}>
          {words.reset_all}
        </Press>
      </div>
    </section>
  );
}

/// Scenarios of the experiment: one press shows them.
function Presets() {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  const ready = preset.scenarios.filter((s) => s.plain && !s.baseline);
  if (ready.length === 0) return null;
  const what_if = active_of(chosen);
  return (
    <section class="ready" aria-label={words.preset_key}>
      <h3>{words.preset_key}</h3>
      <div class="buttons">
        {ready.map((s) => (
          <button type="button" aria-label={words.take(s.title)}
            onClick={() =>
              chosen.act({
                do: "change",
                what_if: { ...what_if, name: s.title, programs: [...s.programs].sort(), levers: {} },
              })
            }>
            {s.title}
          </button>
        ))}
      </div>
    </section>
  );
}

function Levers() {
  const chosen = useChosen();
  const { page, act } = chosen;
  const preset = preset_of(chosen);
  const what_if = active_of(chosen);
  const scenario = `${preset.experiment} ${chosen.state.choice.active} ${what_if.name}`;
  return (
    <section class="levers">
      <h3>{words.levers}</h3>
      <p class="about">{words.levers_lead}</p>
      {page.levers.map((lever) => {
        const here = preset.levers.find((l) => l.name === lever.name)!;
        return (
          <LeverRow
            key={lever.name}
            of={scenario}
            preset={preset}
            lever={lever}
            here={here}
            setting={setting_of(what_if, lever)}
            change={(setting, moving) =>
              act({
                do: "change",
                what_if: with_lever(what_if, lever.name, setting),
                step: moving ? lever.name : "",
              })
            }
            settle={() => act({ do: "settle" })}
          />
        );
      })}
    </section>
  );
}

/// On narrow screens, where the pictures are further down: what follows, in view while levers move.
function InView() {
  const model = useModel();
  const preset = preset_of(model);
  const outcome = preset.outcomes.find((o) => o.key === "belonging");
  const of = { outcome: "belonging", group: model.state.view.group };
  const pairs = figures_of(model, active_of(model))?.pairs(of);
  if (!outcome || !pairs) return null;
  return (
    <p class="in-view" aria-hidden="true">
      {sentence(preset, outcome, of, pairs)}
    </p>
  );
}

export function Controls() {
  return (
    <div class="controls">
      <h2>{words.try_here}</h2>
      <School />
      <WhatIfs />
      <Changed />
      <Presets />
      <Levers />
      <Programs />
      <InView />
    </div>
  );
}
