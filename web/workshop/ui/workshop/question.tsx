// The question that the room is asked: which scenario, which outcome, whose line.

import type { PresetScenario } from "../../data";
import { most_what_ifs } from "../../store";
import { essence, is_empty, preset_twin, type WhatIf } from "../../what_if";
import { active_of, preset_of, useChosen, type Chosen } from "../model";
import { session } from "./session_strings";

const words = session.predict;

/// To what something was said.
export interface Asked {
  preset: number;
  what_if: WhatIf;
  group: string;
}

/// Makes this the active scenario. What was made in Explore stays, as long as there is room.
function show(chosen: Chosen, wanted: WhatIf): void {
  const { what_ifs, active } = chosen.state.choice;
  const preset = preset_of(chosen);
  const there = what_ifs.findIndex((w) => essence(w) === essence(wanted));
  if (there >= 0) return chosen.act({ do: "choose", choice: { active: there } });
  const made = (w: WhatIf) => !is_empty(w) && preset_twin(preset, w) === undefined;
  const full = what_ifs.length === most_what_ifs;
  const spare = made(what_ifs[active]!) ? what_ifs.findIndex((w) => !made(w)) : active;
  const at = full ? (spare < 0 ? active : spare) : made(what_ifs[active]!) ? what_ifs.length : active;
  const list = [...what_ifs];
  list[at] = wanted;
  chosen.act({ do: "choose", choice: { what_ifs: list, active: at } });
}

const as_what_if = (scenario: PresetScenario): WhatIf => ({
  name: scenario.title,
  programs: [...scenario.programs].sort(),
  levers: {},
});

/// Back to the question to which something was said, whatever was looked at meanwhile.
export function ask_again(chosen: Chosen, asked: Asked): void {
  const { choice, view } = chosen.state;
  const { preset, what_if, group } = asked;
  if (choice.preset !== preset) {
    chosen.act({ do: "choose", choice: { preset, what_ifs: [what_if], active: 0 } });
  } else if (essence(active_of(chosen)) !== essence(what_if)) {
    show(chosen, what_if);
  }
  if (view.group !== group) chosen.act({ do: "view", view: { group } });
}

interface QuestionProps {
  outcome: string;
  set_outcome: (key: string) => void;
  anew: () => void; // a new question: what was said to the old one goes
}

export function Question({ outcome, set_outcome, anew }: QuestionProps) {
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
    show(chosen, as_what_if(scenario));
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
