// The contract between `belong page`, which packs this JSON into the page, and the page. A preset is
// the report's data of one experiment, with what the page needs to live scenarios of its own.

import type { Outcome, Program, ReportData, Scenario } from "../report/data";

/// A question of students, and the lever with which adults answer it.
export interface PageLever {
  name: string;
  question: string;
  says: string; // what adults do
  input: string; // what it shifts in the model
  meaning: string;
  amount: number; // of the program that it is taken from: 100 %
  start_day: number; // school days from 0
  days: number; // from_now_on: to the end
  decay_days: number;
  least: number; // times the amount
  most: number;
  program: string; // title
  step: string; // its lever there, one of several
  step_reach: string; // whom it reaches there; "" for everyone
  evidence: string; // of the program
  size_evidence: string; // of the amount
  sources: string[];
}

export const from_now_on = 0xffff; // days of a schedule without an end

/// What a preset's schools make of a lever.
export interface LeverHere {
  name: string;
  needs: string; // what the schools lack for it to act; "" if nothing
  words: number[];
}

export interface PresetProgram extends Program {
  refused: string; // why these schools can't have it; "" if they can
  words: number[][]; // one for each lever, in order
}

export interface PresetScenario extends Scenario {
  plain: boolean; // nothing but a choice of programs: the page can change it
}

export interface PresetOutcome extends Outcome {
  number: number; // in the model
  ticks: number;
  scale: number; // shown figures are the model's times this
  change_unit: string;
  change_digits: number;
}

/// Counts over paired runs; figures as shown.
export interface Pairs {
  outcome: string;
  scenario: string;
  group: string;
  reference?: string; // of gaps: the group's figure less the reference's
  runs: number;
  higher: number;
  lower: number;
  change: number | null;
  low: number | null; // the middle 80 % of the runs' changes
  high: number | null;
}

export interface StudyWords {
  replicates: number;
  days: number; // of the run
  redraw: boolean;
  reference: number[] | null;
  schools: number[][];
  baseline: number[]; // words of the baseline scenario: parameters, and no levers
}

/// What the report makes of differences, the page makes of counts over runs.
type LeftOut = "effects" | "stories" | "headline" | "answers" | "side_by_side" | "gap_changes";

export interface Preset extends Omit<ReportData, LeftOut> {
  scenarios: PresetScenario[];
  outcomes: PresetOutcome[];
  programs: PresetProgram[];
  pairs: Pairs[];
  gap_pairs: Pairs[]; // counts and changes of the gap's width
  levers: LeverHere[];
  imported: boolean;
  days_in_week: number;
  school_names: string[]; // none for a single school
  study: StudyWords;
  header: string; // the experiment's file without scenarios, as it was run for the page
  live_header: string; // the same with as many runs as the page lives
}

export interface PageData {
  version: string;
  lever_places: { amount: number; start: number; days: number }; // words of a lever
  levers: PageLever[];
  presets: Preset[];
}
