// What the reader has chosen, and the way back.

import type { PageData, Preset } from "./data";
import { essence, is_empty, key_of, preset_twin, type WhatIf } from "./what_if";
import { strings } from "./strings";

export type Door = "home" | "explore" | "workshop" | "about";
export const most_what_ifs = 4;

/// What undo goes back to.
export interface Choice {
  preset: number;
  what_ifs: WhatIf[]; // 1 to most_what_ifs
  active: number;
}

export interface View {
  door: Door;
  group: string;
  gap: string; // "group reference"; "" where there is none
  singles: boolean;
  more: boolean; // all outcomes
}

export interface State {
  choice: Choice;
  before: Choice[]; // newest last
  step: string; // what is being moved: its changes are one step back; "" if nothing
  view: View;
}

export type Action =
  | { do: "choose"; choice: Partial<Choice> }
  | { do: "change"; what_if: WhatIf; step?: string } // the active one
  | { do: "settle" } // a movement has ended
  | { do: "view"; view: Partial<View> }
  | { do: "undo" };

export const empty_what_if = (n: number): WhatIf => ({
  name: strings.what_ifs.new_name(n),
  programs: [],
  levers: {},
});

/// A name from elsewhere as it is shown: of forty letters at most, and never blank.
export const shown_name = (text: string, n: number): string =>
  [...text.trim()].slice(0, 40).join("") || strings.what_ifs.new_name(n);

export const gap_key = (group: string, reference: string): string => `${group} ${reference}`;

/// The gaps of belonging that may be shown: group and reference.
export function gaps_of(preset: Preset): { group: string; reference: string }[] {
  const baseline = preset.scenarios.find((s) => s.baseline)!.key;
  return preset.gaps.filter((g) => g.outcome === "belonging" && g.scenario === baseline);
}

function view_for(preset: Preset, view: View): View {
  const gaps = gaps_of(preset).map((g) => gap_key(g.group, g.reference));
  const shown = preset.groups.some((g) => g.key === view.group && !g.hidden);
  const group = shown ? view.group : "all";
  const gap = gaps.includes(view.gap) ? view.gap : (gaps[0] ?? "");
  return group === view.group && gap === view.gap ? view : { ...view, group, gap };
}

export function first_state(page: PageData, choice?: Choice, looked?: Partial<View>): State {
  const preset = page.presets[choice?.preset ?? 0]!;
  const door = choice ? "explore" : "home";
  const view = { door, group: "all", gap: "", singles: false, more: false, ...looked };
  return {
    choice: choice ?? { preset: 0, what_ifs: [empty_what_if(1)], active: 0 },
    before: [],
    step: "",
    view: view_for(preset, view as View),
  };
}

/// Names whose keys differ from each other and from the baseline's: files need that.
export function told_apart(what_ifs: WhatIf[], preset: Preset): WhatIf[] {
  const taken = new Set(preset.scenarios.filter((s) => s.baseline).map((s) => s.key));
  return what_ifs.map((what_if) => {
    let one = what_if;
    for (let n = 2; taken.has(key_of(one)); ++n) one = { ...what_if, name: `${what_if.name} ${n}` };
    taken.add(key_of(one));
    return one;
  });
}

/// A what-if that was a scenario of the school by that name, and no longer is, says so.
function renamed(preset: Preset, before: WhatIf, after: WhatIf, nth: number): WhatIf {
  const twin = preset_twin(preset, before);
  const title = preset.scenarios.find((s) => s.key === twin)?.title;
  const changed = after.name === before.name && essence(after) !== essence(before);
  if (!changed) return after;
  const marked = strings.what_ifs.changed(title ?? "");
  if (is_empty(after)) {
    const borrowed = after.name === title || preset.scenarios.some(
      (s) => after.name === strings.what_ifs.changed(s.title),
    );
    return borrowed ? { ...after, name: strings.what_ifs.new_name(nth + 1) } : after;
  }
  return title !== undefined && after.name === title ? { ...after, name: marked } : after;
}

const most_steps = 200;

export function next_state(page: PageData, state: State, action: Action): State {
  if (action.do === "view") return { ...state, view: { ...state.view, ...action.view } };
  if (action.do === "settle") return { ...state, step: "" };
  if (action.do === "undo") {
    const last = state.before[state.before.length - 1];
    if (!last) return state;
    const view = view_for(page.presets[last.preset]!, state.view);
    return { choice: last, before: state.before.slice(0, -1), step: "", view };
  }
  let choice: Choice;
  if (action.do === "change") {
    const what_ifs = [...state.choice.what_ifs];
    const { preset, active } = state.choice;
    what_ifs[active] = renamed(page.presets[preset]!, what_ifs[active]!, action.what_if, active);
    choice = { ...state.choice, what_ifs };
  } else {
    choice = { ...state.choice, ...action.choice };
  }
  const preset = page.presets[choice.preset]!;
  choice.what_ifs = told_apart(choice.what_ifs, preset);
  choice.active = Math.min(choice.active, choice.what_ifs.length - 1);
  const step = action.do === "change" ? (action.step ?? "") : "";
  const same_step = step !== "" && step === state.step;
  const before = same_step ? state.before : [...state.before, state.choice].slice(-most_steps);
  return { choice, before, step, view: view_for(preset, state.view) };
}
