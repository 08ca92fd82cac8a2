// Every word of the page that does not come from the data: translate this file and
// strings_compared.ts, and the page is translated. About what adults do and what the school sends;
// never about what students lack.

import { compared } from "./strings_compared";
import type { Better, Summary, TimeStep } from "./data";

export const strings = {
  language: "en",
  locale: "en-US",
  none: "–",
  page_title: (title: string) => `${title} · Belong report`,
  skip: "Skip to the report",
  contents: "Contents",
  needs_script: "This report draws its charts with JavaScript, which is switched off here.",
  empty: "This is the empty template of the report: no results have been written into it.",
  broken: (why: string) => `The results in this report cannot be read: ${why}.`,
  brand: "Belong",
  kind: "Simulation report",

  facts: {
    schools: (n: number) => (n === 1 ? "school" : "schools"),
    students: "simulated students",
    days: "school days",
    runs: (n: number) => (n === 1 ? "paired run" : "paired runs"),
    scenarios: (n: number) =>
      n === 1 ? "scenario beside the baseline" : "scenarios beside the baseline",
  },

  answer: {
    caution: "A model to think with, never a forecast of a child.",
    more: (n: number) => (n === 1 ? "One more scenario" : `${n} more scenarios`),
    not_ranked:
      "Scenarios stand in the order of the experiment; those whose intervals overlap are not ranked.",
  },

  ...compared,

  stories: {
    title: "What each scenario did, and what moved",
    lead:
      "Put together by rule from the levers of the programs and from the differences between twin " +
      "runs: the change over the year for all students, with its 95% interval, listed from the time " +
      "at which it can first be told from chance. An order in time is not yet a cause, and larger " +
      "numbers on different scales are not larger effects.",
    done: "What adults did",
    moved: "What moved, and when",
    unmoved: "What cannot be told from chance",
  },

  curves: {
    title: "What happens over time",
    lead: (runs: number) =>
      "Each row is one outcome. Each picture sets one scenario beside the same baseline. Lines are " +
      `${runs === 1 ? "one paired run" : `the mean of ${runs} paired runs`}; a pair is the same school, the same students ` +
      "and the same chances, with and without the programs.",
    lead_alone: (runs: number) =>
      `Each picture is one outcome: ${runs === 1 ? "one run" : `the mean of ${runs} runs`} of the year as it is.`,
    describe_alone: (outcome: string, value: string, low: string, high: string) =>
      `${outcome} ends at ${value}, middle 80% of runs ${low} to ${high}.`,
    band:
      "The shaded band is the middle 80% of the paired runs: at any time eight runs in ten lie " +
      "inside it, one in ten above and one in ten below.",
    scale: "Pictures in one row share one scale, which need not start at zero.",
    key: "How to read the lines",
    baseline_key: (title: string) => `${title} (dashed grey, in every picture)`,
    numbers: (label: string) => `Table: ${label}`,
    cell_note: "Mean of the runs, with the middle 80% of the runs in brackets.",
    describe: (
      outcome: string,
      scenario: string,
      value: string,
      low: string,
      high: string,
      base: string,
    ) =>
      `${outcome}: ${scenario} ends at ${value}, middle 80% of runs ${low} to ${high}; ` +
      `the baseline ends at ${base}.`,
    bar_alone: "The bar at the end of a line is the middle 80% of the runs at the last time.",
    describe_once: (outcome: string, parts: string) => `${outcome} by scenario: ${parts}.`,
  },

  groups: {
    title: "By group",
    lead:
      "In this model all students draw from the same distributions, whatever their group. A gap is " +
      "made by the environment, and the environment can close it. In an environment without stigma, " +
      "bias, missing support, hurtful events, unequal access and friends sought by group, the model " +
      "makes no gap but chance: a test holds that for belonging, engagement and grades.",
    levelling:
      "A gap can also close by levelling down, when one group loses and nobody gains. So each gap " +
      "stands under the levels that it comes from: read the two together.",
    reference:
      "Gaps are taken from the largest group shown. That is our choice, so that one line serves all; " +
      "it says nothing about which group does well.",
    bars:
      "Lines are means of the paired runs. The bar at the end of each line is the middle 80% of " +
      "the runs at the last time.",
    levels: "Levels",
    gap: (reference: string) => `Gap: each group minus ${reference}`,
    gap_sentence:
      "A gap is made by the environment and can also close by levelling down: see the levels above it.",
    fold: (outcome: string, dimension: string) => `${outcome} (${dimension})`,
    numbers: (what: string) => `Table: ${what}`,
    levels_caption: (outcome: string, dimension: string) => `${outcome}, levels (${dimension})`,
    gaps_caption: (outcome: string, reference: string) =>
      `${outcome}, each group minus ${reference}`,
    describe_levels: (outcome: string, scenario: string, parts: string) =>
      `${outcome} by group under ${scenario}, at the end: ${parts}.`,
    describe_gaps: (outcome: string, scenario: string, reference: string, parts: string) =>
      `${outcome} under ${scenario}, difference from ${reference} at the end: ${parts}.`,
    hidden: (names: string, small: number) =>
      `Not shown, because fewer than ${small} students, or so that no small number can be worked ` +
      `out: ${names}.`,
    sizes: (parts: string) => `Students: ${parts}.`,
    none: "This experiment recorded no groups.",
  },

  effects: {
    title: "Every outcome, number by number",
    lead: (runs: number) =>
      `${runs === 1 ? "The run" : `Each of the ${runs} runs`} is compared with its own twin: the same school and the same ` +
      "chances without the programs. The dot is the mean difference, the bar is its " +
      "95% interval.",
    order: "Scenarios stand in the order of the experiment, not of their results.",
    none: "There is nothing to set beside the baseline.",
    no_intervals: "Without intervals scenarios are not ranked.",
    not_ranked: "All intervals overlap: not ranked.",
    all_apart: "No two intervals overlap.",
    overlap: (pairs: string) => `Intervals overlap, so not ranked: ${pairs}.`,
    many_overlap: (n: number, of: number) =>
      `${n} of ${of} pairs of intervals overlap: those are not ranked.`,
    pair: (a: string, b: string) => `${a} and ${b}`,
    axis: (unit: string) => (unit ? `difference, ${unit}` : "difference from the baseline"),
    points: "percentage points",
    figure: {
      last: "Compared at the end of the year.",
      mean: "Compared as the mean of the year.",
      total: "Compared as the total of the year.",
    } as Record<Summary, string>,
    caption: (outcome: string) => `${outcome}: paired differences`,
    describe: (outcome: string, parts: string) =>
      `${outcome}, difference from the baseline: ${parts}.`,
    describe_row: (name: string, value: string, low: string, high: string) =>
      `${name} ${value}, 95% interval ${low} to ${high}`,
    by_group: (outcome: string) => `Table: ${outcome} by group`,
    by_group_caption: (outcome: string) => `${outcome}: paired differences, by group`,
  },

  columns: {
    scenario: "Scenario",
    group: "Group",
    baseline: "Baseline",
    value: "With program",
    difference: "Difference",
    interval: "95% interval",
    higher_in: "Higher in",
    key: "Parameter",
    parameter_value: "Value",
    range: "Allowed",
    meaning: "Meaning",
    evidence: "Evidence",
    source: "Source",
  },
  interval: (low: string, high: string) => `${low} to ${high}`,
  runs_of: (n: string, of: number, ties: number) =>
    `${n} of ${of}${ties > 0 ? ` (${ties} ${ties === 1 ? "tie" : "ties"})` : ""}`,
  with_interval: (value: string, low: string, high: string) => `${value} (${low} to ${high})`,

  programs: {
    title: "What each program did, and what it cost",
    lead: "A program changes what adults in the school do. These are its levers in the model.",
    levers: "What adults do",
    amount: "How much",
    reach: "Reaches",
    schedule: "When",
    evidence: "Evidence",
    for_whom: "For whom",
    dose: "Dose",
    fidelity: "Fidelity",
    staff_hours: "Staff time",
    hours: (n: string) => `${n} hours per teacher and week`,
    cost: "Cost",
    per_student: (n: string) => `$${n} per student and year`,
    unknown_cost: "Not known",
    part_of: "In scenarios",
    sources: "Sources",
    not_known: "What is not known",
  },

  trust: {
    title: "How far to trust it",
    lead: "A model to think with, never a forecast of a child.",
    use:
      "It shows what follows from stated assumptions about how a school treats its students. It " +
      "leaves out housing, health and earlier schooling. It cannot say what will happen in one " +
      "school, in one class, or to one student.",
    intervals: "What the intervals cover",
    small: "Small groups stay hidden",
    small_rule: (n: number) => `Groups with fewer than ${n} students are not shown.`,
    hidden_here: (names: string) => `Not shown here: ${names}.`,
    numbers: "Where the numbers come from",
    count: (n: number) => `The model has ${n} parameters. Each says where its value comes from:`,
    meaning: {
      cited: "taken from a published source",
      derived: "worked out from published figures",
      calibrated: "set so that the model meets published results",
      assumed: "our own choice; nobody has measured it",
    } as Record<string, string>,
    changed: (n: number) =>
      n === 0
        ? "This experiment changes none of the defaults."
        : `This experiment changes ${n} of the defaults. What it changes stands first in the table.`,
    fold: "All parameters, with evidence and source",
    caption: "Parameters of the model",
    changed_from: (value: string) => `(default ${value})`,
  },

  reproduce: {
    title: "Reproduce this",
    lead: "The same version, experiment and seed give the same results, to the bit, on any machine.",
    version: "Version",
    experiment: "Experiment",
    seed: "Seed",
    fingerprint: "Fingerprint",
    command: "Command",
    file: (name: string) =>
      `${name}.toml is the experiment's file. Its text, and that of its school and programs, is kept in the results file (experiment_text, school_text, program_texts).`,
  },

  more: (n: number) => (n === 1 ? "One more outcome" : `${n} more outcomes`),
  better: {
    higher: "Higher is better.",
    lower: "Lower is better.",
    neither: "",
  } as Record<Better, string>,
  time: { day: "day", week: "week", marking_period: "marking period", year: "year" } as Record<
    TimeStep,
    string
  >,
  time_head: { day: "Day", week: "Week", marking_period: "Period", year: "Year" } as Record<TimeStep, string>,
};
