// What the parts of the page share: the data, the choice, and the figures at hand.

import { createContext } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { Lab } from "../engine/lab";
import type { Sums } from "../engine/sums";
import { Live } from "./live";
import { embedded, lived, type Figures } from "../figures_shown";
import type { PageData, Preset } from "../data";
import type { Action, State } from "../store";
import { essence, is_empty, preset_twin, type WhatIf } from "../what_if";

export interface Chosen {
  page: PageData;
  print: string; // fingerprint of the model that the page holds
  state: State;
  act: (action: Action) => void;
  notes: string[]; // what the reader should know about this page or browser
}

export interface Model extends Chosen {
  lab: Lab | null; // null until the preset's schools are there
  version: number; // goes up when there are new figures
}

export const ChosenContext = createContext<Chosen | null>(null);
export const LiveContext = createContext(new Live());

/// For what does not depend on runs.
export function useChosen(): Chosen {
  const chosen = useContext(ChosenContext);
  if (!chosen) throw new Error("no page");
  return chosen;
}

/// For what shows runs: drawn again, by itself, with each new lot of them.
export function useModel(): Model {
  const live = useContext(LiveContext);
  const seen = useRef(live.version);
  const [, draw_again] = useState(live.version);
  seen.current = live.version;
  useEffect(() => {
    const look = () => seen.current !== live.version && draw_again(live.version);
    look(); // runs may have come since this was drawn
    return live.listen(look);
  }, [live]);
  const chosen = useChosen();
  const lab = live.lab_of(chosen.state.choice.preset);
  return { ...chosen, lab, version: live.version };
}

export const preset_of = (chosen: Chosen): Preset =>
  chosen.page.presets[chosen.state.choice.preset]!;

export const active_of = (chosen: Chosen): WhatIf =>
  chosen.state.choice.what_ifs[chosen.state.choice.active]!;

/// The baseline as it came with the page.
function baseline_figures(preset: Preset): Figures {
  return embedded(preset, preset.scenarios.find((s) => s.baseline)!.key);
}

/// The baseline of the same runs as a what-if's figures.
export function before_figures(model: Model, what_if: WhatIf): Figures {
  const preset = preset_of(model);
  const before = model.lab?.baseline();
  const apart = model.state.view.singles || preset_twin(preset, what_if) === undefined;
  if (!apart || !model.lab || !before || before.finished().length < before.replicates) {
    return baseline_figures(preset);
  }
  return kept(preset, model.lab, before, null);
}

/// What is known of a what-if now; null before its first runs.
export function figures_of(model: Model, what_if: WhatIf): Figures | null {
  const preset = preset_of(model);
  const twin = preset_twin(preset, what_if);
  const own = lived_figures(model, what_if);
  if (twin === undefined) return own;
  return model.state.view.singles && own ? own : embedded(preset, twin);
}

const known = new WeakMap<Sums, { runs: number; figures: Figures }>();

/// Worked out once for as long as no runs are added.
function kept(preset: Preset, lab: Lab, sums: Sums, before: Sums | null): Figures {
  const runs = sums.shown().length;
  const there = known.get(sums);
  if (there?.runs === runs) return there.figures;
  const figures = lived(preset, lab.kernel, sums, before);
  known.set(sums, { runs, figures });
  return figures;
}

/// The same, of the page's own runs alone: these have single runs.
function lived_figures(model: Model, what_if: WhatIf): Figures | null {
  const { lab } = model;
  const before = lab?.baseline();
  if (!lab || !before) return null;
  const preset = preset_of(model);
  if (is_empty(what_if)) return kept(preset, lab, before, null);
  const sums = lab.found(essence(what_if));
  return sums ? kept(preset, lab, sums, before) : null;
}
