// The contract between `belong report`, which writes this JSON into the page, and the page, which
// only draws it. Nothing is computed here that a reader could take for a result of the model.

/// A number, or null where it is not defined (a week without students, a group without cases).
export type Maybe = number | null;

export type Better = "higher" | "lower" | "neither";
/// How a year of times becomes the one figure that effects compare.
export type Summary = "last" | "mean" | "total";
export type TimeStep = "day" | "week" | "marking_period" | "year";

export interface Scenario {
  key: string;
  title: string;
  baseline: boolean; // true for exactly one
  programs: string[]; // keys of programs; empty for the baseline
}

export interface Lever {
  name: string;
  meaning: string; // what adults do, in plain words
  amount: string | number;
  reach: string; // whom it reaches
  schedule: string; // when it is open
  evidence: string;
}

export interface Program {
  key: string;
  title: string;
  shelf: string; // access, relationships, instruction or policy
  summary: string;
  for_whom: string;
  dose: string;
  levers: Lever[];
  fidelity: string | number | null;
  staff_hours: Maybe; // hours per teacher and week
  staff_note?: string;
  cost_per_student: Maybe; // dollars a year
  cost_note?: string;
  evidence: string;
  sources: string[];
  not_known: string | string[];
}

/// What a scenario did, in sentences made by rule.
export interface Story {
  scenario: string; // key
  done: string; // a line for each program
  moved: string; // what moved, in the order of time
  unmoved: string; // what did not; "" if all did
}

export interface Dimension {
  key: string;
  label: string;
}

export interface Group {
  key: string; // "all" for everyone
  dimension: string; // key; "all" for everyone
  label: string;
  n: Maybe; // students; null when hidden
  hidden: boolean; // too small to show: no curve, gap or effect names it
}

export interface Outcome {
  key: string;
  label: string;
  unit: string; // in words; "1" or "" for a pure number, "%" for shares times 100
  better: Better;
  time: TimeStep;
  summary: Summary;
  description: string;
  digits: number; // decimals to print
  main: boolean; // stands open in the report; the others are in a fold
}

/// Mean over runs, and the 10th and 90th percentile of runs, at each time. All of equal length.
export interface Band {
  time: number[];
  mean: Maybe[];
  low: Maybe[];
  high: Maybe[];
}

export interface Curve extends Band {
  outcome: string;
  scenario: string;
  group: string;
}

/// `group` minus `reference`, both groups of `dimension`.
export interface Gap extends Band {
  outcome: string;
  scenario: string;
  dimension: string;
  group: string;
  reference: string;
}

/// Paired difference of the year's figure from the baseline, with its 95% interval.
export interface Effect {
  outcome: string;
  scenario: string;
  group: string;
  baseline: Maybe;
  value: Maybe;
  difference: Maybe;
  low: Maybe;
  high: Maybe;
  higher_in: Maybe; // runs in which the scenario is higher than its twin baseline
  ties?: number; // runs in which the two are equal
  of: number; // runs in which both are defined
}

export interface Parameter {
  key: string;
  value: number | boolean | string;
  default: number | boolean | string;
  unit: string;
  low: Maybe;
  high: Maybe;
  doc: string;
  evidence: string; // cited, derived, calibrated or assumed
  source: string;
}

export interface ReportData {
  title: string;
  experiment: string;
  version: string;
  seed: string; // a string: 64 bits do not fit a JavaScript number
  fingerprint: string;
  command: string;
  replicates: number;
  schools: number;
  students: number;
  days: number;
  headline: string; // one line for each scenario
  interval_note: string; // what the intervals cover
  small_cell: number;
  small_cell_note: string;
  scenarios: Scenario[];
  programs: Program[];
  stories: Story[]; // one for each scenario but the baseline
  dimensions: Dimension[];
  groups: Group[];
  outcomes: Outcome[];
  curves: Curve[];
  gaps: Gap[];
  effects: Effect[];
  parameters: Parameter[];
}
