// The left side: which school, which scenarios, what adults do in them.

import { scenario_style } from "../../charts/style";
import type { PresetProgram } from "../data";
import { empty_what_if, most_what_ifs } from "../store";
import { strings } from "../strings";
import { is_empty, setting_of, with_lever, with_program, type WhatIf } from "../what_if";
import { LeverRow } from "./lever_row";
import { active_of, preset_of, useModel } from "./model";
import { Swatch } from "./swatch";

const words = strings.explore;

function School() {
  const { page, state, act } = useModel();
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
  const { state, act } = useModel();
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
        <button type="button" disabled={full} title={full ? names.most : undefined}
          onClick={() => replace([...what_ifs, empty_what_if(what_ifs.length + 1)], what_ifs.length)}>
          {names.add}
        </button>
        <button type="button" disabled={full} title={full ? names.most : undefined}
          onClick={() => replace([...what_ifs, { ...current }], what_ifs.length)}>
          {names.copy}
        </button>
        {what_ifs.length > 1 ? (
          <button type="button"
            onClick={() => replace(what_ifs.filter((_, k) => k !== active), Math.max(0, active - 1))}>
            {names.remove}
          </button>
        ) : null}
      </div>
      <p class="name">
        <label for="what-if-name">{names.name}</label>
        <input
          id="what-if-name"
          type="text"
          maxLength={40}
          value={current.name}
          onChange={(e) => {
            const name = e.currentTarget.value.trim();
            if (name) act({ do: "change", what_if: { ...current, name } });
          }}
        />
      </p>
    </section>
  );
}

/// Chips of what differs from the year as it is, each with a way to take it out.
function Changed() {
  const model = useModel();
  const preset = preset_of(model);
  const what_if = active_of(model);
  const { act, page } = model;
  const chips = [
    ...what_if.programs.map((key) => ({
      text: preset.programs.find((p) => p.key === key)?.title ?? key,
      without: () => with_program(what_if, key, false),
    })),
    ...Object.entries(what_if.levers).map(([name, setting]) => ({
      text: `${page.levers.find((l) => l.name === name)?.question ?? name} ${Math.round(setting.times * 100)}%`,
      without: () => with_lever(what_if, name, { ...setting, times: 0 }),
    })),
  ];
  return (
    <section class="changed" aria-label={words.changed}>
      <h3>{words.changed}</h3>
      {chips.length === 0 ? <p class="about">{words.nothing_changed}</p> : null}
      <ul>
        {chips.map(({ text, without }) => (
          <li>
            {text}
            <button type="button" class="quiet" aria-label={words.remove(text)}
              onClick={() => act({ do: "change", what_if: without() })}>
              ×
            </button>
          </li>
        ))}
      </ul>
      <div class="buttons">
        <button type="button" disabled={model.state.before.length === 0}
          onClick={() => act({ do: "undo" })}>
          {words.undo}
        </button>
        <button type="button" disabled={is_empty(what_if)}
          onClick={() => act({ do: "change", what_if: { ...what_if, programs: [], levers: {} } })}>
          {words.reset_all}
        </button>
      </div>
    </section>
  );
}

function Facts({ program }: { program: PresetProgram }) {
  const facts = strings.program;
  const hours = program.staff_hours === null ? strings.compare.not_known : `${program.staff_hours} h`;
  const cost =
    program.cost_per_student === null
      ? strings.compare.not_known
      : strings.compare.dollars(program.cost_per_student);
  const rows: [string, string][] = [
    [facts.for_whom, program.for_whom],
    [facts.dose, program.dose],
    [facts.adults_do, program.levers.map((l) => l.name).join("; ")],
    [facts.hours, `${hours}. ${program.staff_note ?? ""}`],
    [facts.cost, `${cost}. ${program.cost_note ?? ""}`],
    [facts.evidence, program.evidence],
    [facts.not_known, String(program.not_known)],
    [facts.sources, program.sources.join("; ")],
  ];
  return (
    <details>
      <summary>{facts.more}</summary>
      <p class="about">{program.summary}</p>
      <dl class="facts">
        {rows.map(([term, text]) =>
          text ? (
            <div>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </details>
  );
}

function Programs() {
  const model = useModel();
  const preset = preset_of(model);
  const what_if = active_of(model);
  return (
    <section class="programs">
      <h3>{words.programs}</h3>
      <p class="about">{words.programs_lead}</p>
      {Object.entries(strings.shelves).map(([shelf, title]) => (
        <details class="shelf">
          <summary>{title}</summary>
          {preset.programs
            .filter((p) => p.shelf === shelf)
            .map((program) => (
              <div class="program">
                <label>
                  <input
                    type="checkbox"
                    disabled={program.refused !== ""}
                    checked={what_if.programs.includes(program.key)}
                    onChange={(e) =>
                      model.act({
                        do: "change",
                        what_if: with_program(what_if, program.key, e.currentTarget.checked),
                      })
                    }
                  />
                  {program.title}
                </label>
                {program.refused ? <p class="caution">{program.refused}</p> : null}
                <Facts program={program} />
              </div>
            ))}
        </details>
      ))}
    </section>
  );
}

/// Scenarios of the experiment: one press shows them.
function Presets() {
  const model = useModel();
  const preset = preset_of(model);
  const ready = preset.scenarios.filter((s) => s.plain && !s.baseline);
  if (ready.length === 0) return null;
  const what_if = active_of(model);
  return (
    <section class="ready" aria-label={words.preset_key}>
      <h3>{words.preset_key}</h3>
      <div class="buttons">
        {ready.map((s) => (
          <button type="button" aria-label={words.take(s.title)}
            onClick={() =>
              model.act({
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
  const model = useModel();
  const { page, act } = model;
  const preset = preset_of(model);
  const what_if = active_of(model);
  return (
    <section class="levers">
      <h3>{words.levers}</h3>
      <p class="about">{words.levers_lead}</p>
      {page.levers.map((lever) => {
        const here = preset.levers.find((l) => l.name === lever.name)!;
        return (
          <LeverRow
            key={lever.name}
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
    </div>
  );
}
