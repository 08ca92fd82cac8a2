// What the parts of the page share: the data, the choice, and the figures at hand.

import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Lab } from "../engine/lab";
import type { Sums } from "../engine/sums";
import { embedded, lived, type Figures } from "../figures_shown";
import type { PageData, Preset } from "../data";
import type { Action, State } from "../store";
import { essence, is_empty, preset_twin, type WhatIf } from "../what_if";

export interface Model {
  page: PageData;
  print: string; // fingerprint of the model that the page holds
  state: State;
  act: (action: Action) => void;
  lab: Lab | null; // null until the preset's schools are there
  version: number; // goes up when the lab has new figures
  notes: string[]; // what the reader should know about this page or browser
}

export const ModelContext = createContext<Model | null>(null);

export function useModel(): Model {
  const model = useContext(ModelContext);
  if (!model) throw new Error("no model");
  return model;
}

export const preset_of = (model: Model): Preset => model.page.presets[model.state.choice.preset]!;

export const active_of = (model: Model): WhatIf =>
  model.state.choice.what_ifs[model.state.choice.active]!;

/// The baseline as it came with the page.
export function baseline_figures(preset: Preset): Figures {
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
  const runs = sums.finished().length;
  const there = known.get(sums);
  if (there?.runs === runs) return there.figures;
  const figures = lived(preset, lab.kernel, sums, before);
  known.set(sums, { runs, figures });
  return figures;
}

/// The same, of the page's own runs alone: these have single runs.
export function lived_figures(model: Model, what_if: WhatIf): Figures | null {
  const { lab } = model;
  const before = lab?.baseline();
  if (!lab || !before) return null;
  const preset = preset_of(model);
  if (is_empty(what_if)) return kept(preset, lab, before, null);
  const sums = lab.found(essence(what_if));
  return sums ? kept(preset, lab, sums, before) : null;
}
