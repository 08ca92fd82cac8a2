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

/// What a scenario changes, in sentences made by rule; the terminal prints the same.
export interface Answer {
  scenario: string; // key
  change: string;
  rest: string; // what gets worse, what cannot be told from chance; "" when nothing is to be said
}

/// Hours per teacher and week, or dollars per student, added up over a scenario's programs.
export interface Amount {
  known: Maybe;
  unknown: string[]; // titles of the programs of which it is not known
  none: boolean; // there is no program
}

/// An amount for each unit of what changed; without a value, `why` says why.
export interface Rate {
  value: Maybe;
  low: Maybe;
  high: Maybe;
  why: string;
}

export interface Cost {
  scenario: string; // key
  hours: Amount;
  dollars: Amount;
  rates: { hours: Rate; dollars: Rate }[]; // one for each measure
}

export interface SideBySide {
  outcomes: string[]; // keys, at most five
  pictured: string[]; // keys of the outcomes whose curves come first
  years: number; // dollars are of so many
  measures: { hours: string; dollars: string }[]; // "for 0.1 SD of belonging"
  costs: Cost[]; // one for each scenario but the baseline
}

/// How the environment treats the groups of a dimension, as the experiment set it.
export interface Environment {
  dimension: string; // key
  sentence: string; // what makes its gaps, or that nothing does
  gaps: boolean; // something does
  parts: EnvironmentPart[];
}

export interface EnvironmentPart {
  key: string;
  label: string;
  meaning: string;
  values: { group: string; low: Maybe; high: Maybe }[]; // least and most over kinds of schools
}

/// How the year's gap between a group and its reference changes, and how it came to.
export interface GapChange {
  outcome: string;
  scenario: string;
  group: string;
  reference: string;
  baseline: Maybe; // the gap in the baseline
  value: Maybe;
  change: Maybe;
  low: Maybe;
  high: Maybe;
  how: string; // "closes: better for both, more so for Girls"
  levelled: boolean; // it closes while a level gets worse
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
  point?: string; // of a design: which one this is, with its factors
  experiment: string;
  version: string;
  seed: string; // a string: 64 bits do not fit a JavaScript number
  fingerprint: string;
  command: string;
  replicates: number;
  schools: number;
  students: number;
  days: number;
  headline: string; // the answers as text, or why there are none
  answers: Answer[]; // one for each scenario but the baseline, or none
  interval_note: string; // what the intervals cover
  small_cell: number;
  small_cell_note: string;
  scenarios: Scenario[];
  programs: Program[];
  stories: Story[]; // one for each scenario but the baseline
  side_by_side?: SideBySide; // not there when nothing is shown
  dimensions: Dimension[];
  environment: Environment[]; // none in files of earlier versions
  groups: Group[];
  outcomes: Outcome[];
  curves: Curve[];
  gaps: Gap[];
  gap_changes: GapChange[];
  effects: Effect[];
  parameters: Parameter[];
}
