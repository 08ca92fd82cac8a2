// Words of the workshop page: translate this file, share_strings.ts, about_strings.ts
// and ui/workshop/session_strings.ts, and the page is translated. About what adults do and what the school sends;
// never about what students lack.

import { share } from "./share_strings";

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const strings = {
  language: "en",
  locale: "en-US",
  title: "Belong",
  tagline: "A model of belonging in school, to think with",
  loading: "Opening the model …",
  needs_script: "This page runs a model in your browser with JavaScript, which is switched off here.",
  empty: "This is the empty template of the page: nothing has been written into it.",
  broken: (why: string) => `This page cannot be opened: ${why}.`,
  old_browser: "This browser is too old for the page (it cannot unpack it). Any browser of 2023 or later can.",
  skip: "Skip to the pictures",
  skip_to_page: "Skip to the page",
  none: "–",

  doors: {
    lead:
      "Students read a school day by day: am I respected here, do people expect me to succeed, are " +
      "people like me represented? Adults can change what a day says. Here you can try it.",
    explore: "Explore",
    explore_lead: "Move what adults do, and see what follows over a school year.",
    workshop: "Workshop",
    workshop_lead: "Lead a room: say what you expect, then look, then choose what to try.",
    about: "About the model",
    about_lead: "What it cannot tell you, and where each number comes from.",
    promise:
      "No group has a deficit: all simulated students start alike, and gaps come from the setting. " +
      "Nobody in here is real. Nothing you do on this page is stored or sent.",
  },

  nav: { home: "Home", explore: "Explore", workshop: "Workshop", about: "About the model" },

  explore: {
    title: "Explore",
    place: "School",
    try_here: "What could adults do?",
    undo: "Undo",
    reset_all: "Reset all",
    changed: "What you changed",
    nothing_changed: "Nothing yet: this is the year as it is. Move a lever or choose a program.",
    remove: (what: string) => `Take out: ${what}`,
    levers: "Levers",
    levers_lead:
      "Each is a question that a student may ask, and what adults can do about it. 100% is as much " +
      "as one step of a known program, done fully and for everyone. The program itself has more steps, " +
      "and schools deliver them in part.",
    programs: "Programs",
    programs_lead: "Bundles of levers under a real program's name, as the library has them.",
    preset_key: "Scenarios that came with this school",
    take: (title: string) => `Show: ${title}`,
  },

  what_ifs: {
    title: "Scenarios",
    name: "Name",
    new_name: (n: number) => `What if ${n}`,
    changed: (title: string) => `${title}, changed`,
    add: "Add a scenario",
    copy: "Copy",
    remove: "Remove",
    most: "Four at most, so that they can be told apart.",
  },

  lever: {
    amount: "Amount",
    percent_of: (step: string, program: string) => `% of the step “${step}” of ${program}`,
    value_text: (percent: number, step: string) =>
      percent === 0 ? "as it is" : `${percent}% of the step ${step}`,
    beyond: "More than that program’s step: nobody has described so much.",
    reach_there: (reach: string) => `In the program this step reaches ${reach}; here it reaches everyone.`,
    first_move: "Move the lever first; then say when.",
    when: "When, and how do we know?",
    start_week: "Starts in week",
    lasts: "Lasts",
    lengths: { 1: "1 day", 5: "1 week", 30: "6 weeks", 60: "12 weeks", 90: "half a year" } as Record<
      number,
      string
    >,
    days: (n: number) => `${n} school days`,
    to_the_end: "to the end of the year",
    in_week: (week: number, length: string) => `week ${week}, ${length}`,
    in_weeks: (first: number, last: number) => `weeks ${first} to ${last}`,
    from_week: (first: number) => `week ${first} to the end of the year`,
    reset: "Reset this lever",
    moves: "What it moves in the model",
    evidence: "Evidence for the whole program",
    size: "The size of this step",
    sources: "Sources",
    fades: (days: number) => `After it ends it fades over some ${days} school days.`,
    needs: (what: string) => `It would change nothing in this school: it needs ${what}.`,
    less: "Below 0%: adults do less of it than now.",
  },

  program: {
    more: "What it is, and how do we know?",
    for_whom: "For whom",
    dose: "Dose",
    adults_do: "What adults do",
    evidence: "Evidence",
    not_known: "Not known",
    sources: "Sources",
    hours: "Staff time",
    cost: "Cost",
  },

  shelves: {
    access: "Access: who gets in",
    relationships: "Relationships: who knows whom",
    instruction: "Instruction: what is taught, and how",
    policy: "Policy: what is ruled and noticed",
  } as Record<string, string>,

  pictures: {
    title: "What follows",
    whose: "Whose curves",
    everyone: "All students",
    of_group: (title: string, group: string) => `${title}: ${group}`,
    gap: "Gap between",
    gap_title: (group: string, reference: string) => `Belonging: ${group} less ${reference}`,
    gap_about:
      "All simulated students start alike, so a gap is what this setting makes. It can also close " +
      "because one group loses: look at both levels.",
    gap_levels: (group: string, before: string, after: string) => `${group}: ${before} → ${after}`,
    singles: "Show single runs",
    singles_note: "Each thin line is one run of the model with what you changed.",
    sd:
      "SD: 0 is the average, in fall, of a school in which no group is in doubt, and 1 is the spread between " +
      "its students: about two in three lie within 1. Look at which way a line goes, and when.",
    baseline: "As it is",
    band_note:
      "Line: mean of the paired runs. Shaded: the middle 80% of them. Dashed grey: the same year as it is.",
    read_out: "Left and right arrows move along the year.",
    at: (time: string, t: number) => `${time} ${t}`,
    between: (low: string, high: string) => `${low} to ${high}`,
    table: (label: string) => `Table: ${label}`,
    outcomes: "More outcomes",
    save_svg: "Save picture (SVG)",
    save_png: "Save picture (PNG)",
    describe: (label: string, parts: string) => `${label} over the year. At the end: ${parts}.`,
    describe_end: (name: string, value: string, low: string, high: string) =>
      `${name} ${value}, middle 80% of the runs ${low} to ${high}`,
  },

  time: { day: "day", week: "week", marking_period: "marking period", year: "year" } as Record<
    string,
    string
  >,
  time_head: { day: "Day", week: "Week", marking_period: "Period", year: "Year" } as Record<
    string,
    string
  >,

  sentence: {
    counted: (n: number, of: number) =>
      of === 1 ? (n === 1 ? "In the one paired run" : "Not in the one paired run") : `In ${n} of ${of} paired runs`,
    last: (what: string, whose: string, up: boolean) =>
      `, ${what} ends ${up ? "higher" : "lower"} for ${whose} than as it is`,
    over: (what: string, whose: string, up: boolean) =>
      `, the year’s figure for ${what} is ${up ? "higher" : "lower"} for ${whose} than as it is`,
    gap: (a: string, b: string, up: boolean) =>
      `, the gap between ${a} and ${b} ends ${up ? "wider" : "narrower"} than as it is`,
    ties: (n: number) => `, in ${n} the same`,
    mean_change: (change: string, unit: string) => `. Mean change ${change}${unit ? ` ${unit}` : ""}`,
    mean_change_of: (a: string, b: string, change: string, unit: string) =>
      `. Mean change of ${a} less ${b} ${change}${unit ? ` ${unit}` : ""}`,
    spread: (low: string, high: string) => ` (middle 80% of the runs: ${low} to ${high})`,
    same: (what: string, whose: string) => `${what} is the same for ${whose} in all paired runs.`,
    same_gap: "The gap is the same in all paired runs.",
    other_way: (time: string, first: number, last: number, up: boolean) =>
      ` From ${time} ${first} to ${last} the line is ${up ? "above" : "below"} the year as it is.`,
    nothing: "Nothing is changed yet.",
    group: (label: string) => `the group “${label}”`,
    so_far: (n: number, of: number) => `${n} of ${of} runs so far.`,
    waiting: "The model is living the year …",
    preparing: (n: number, of: number) => `Preparing: ${n} of ${of} years as they are.`,
    students: "all students",
  },

  imported:
    "This page holds who sits in which class, by number and without names, as the roster has it: keep " +
    "and share it as you would the school's own lists.",

  compare: {
    title: "Side by side",
    lead:
      "Change of the year's figure against the same runs as they are: the mean change, the middle " +
      "80% of the runs, and in how many of them it is higher. The order is yours, not a ranking.",
    whose: (whose: string) => `Figures of ${whose}`,
    scenario: "Scenario",
    hours: "Staff hours per teacher and week",
    cost: "Cost per student and year",
    not_known: "not known",
    known_part: (text: string, unknown: string) => `${text}; not known for ${unknown}`,
    levers_part: "single levers",
    dollars: (n: number) => `$${n.toLocaleString("en-US")}`,
    higher: (n: number, of: number) => `higher in ${n} of ${of}`,
    so_far: "so far",
  },

  student: {
    title: "Follow one student",
    lead:
      "The same synthetic student lives the same year twice, with the same chances: what differs comes " +
      "from what adults changed. Something to think with, not a forecast of a child.",
    whose: "Which student",
    choices: {
      middle: "one in the middle",
      most: "the one who differs most",
      number: "by number",
    },
    number: "Student number",
    found: (student: number, students: number, school: string) =>
      `Synthetic student ${student} of ${students}${school ? `, ${school}` : ""}`,
    follow: "Follow",
    shown: (student: number) => `Shown below: synthetic student ${student}.`,
    school: "School",
    life_a: "As it is",
    same_days: (first: number, last: number) =>
      first === last
        ? `Day ${first}: nothing differs that could be seen`
        : `Days ${first} to ${last}: nothing differs that could be seen`,
    all_same: "Nothing differs in these two lives: what adults changed did not reach this student.",
    day: "Day",
    cue: "Cue",
    reading: "Read",
    events: "Event",
    belonging: "Belonging",
    engagement: "Engagement",
    relation: "Relation",
    not_found: (why: string) => `Not shown: ${why}.`,
    legend:
      "Days count from 0. Cue: what the day’s classes say, from unwelcoming (−) to welcoming (+), before it is read. " +
      "Read: the weight given to “is this about whether people like me belong here?”, 0 to 1. Then the " +
      "student’s answer at the day’s end. A dash: not in class that day.",
    chosen: {
      middle: (n: number, difference: string) =>
        `Of the ${n} students of this school this one’s difference in belonging on the last day (${difference} SD) is the ` +
        "middle one: half of them differ more, half less.",
      most: (n: number, difference: string) =>
        `Of the ${n} students of this school this one’s belonging differs most on the last day (${difference} SD): ` +
        "the largest difference, not a usual one.",
    },
    imported: "Not offered for a school that comes from a roster: nobody of it is shown by themselves.",
    absent: "absent",
    away: "away, suspended",
    handled: (n: number) => plural(n, "incident, no referral", `${n} incidents, no referral`),
    referral: (n: number) => plural(n, "referral", `${n} referrals`),
    suspended: (n: number) => `suspended for ${plural(n, "1 day", `${n} days`)}`,
    hurt: "hurtful event about identity",
    more: "Show all days",
    part: (shown: number, all: number) => `The first ${shown} of ${all} rows.`,
  },

  share,

  about: {
    title: "About the model",
    paper: "A model to think with, not a forecast of a school or a child. Synthetic students.",
  },

  slow_hands:
    "This browser does not let the page start helpers of its own, so answers take longer and the page may stutter.",
  refused: (typed: string, min: number, max: number) =>
    `${typed.trim() || "That"} is not a number from ${min} to ${max}.`,
  failed: (why: string) => `The model stopped: ${why}. What came with the page can still be looked at.`,
};
