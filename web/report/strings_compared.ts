// The words of what stands side by side: scenarios with their cost, the environment, gaps.

export const compared = {
  scenarios: {
    title: "Scenarios side by side",
    lead: (runs: number) =>
      `For all students: the year's figures as it is, and what each scenario changes. ${runs === 1 ? "The run" : `Each of ${runs} runs`} ` +
      "is set beside its own twin, the same school and the same chances without the programs.",
    caption: (baseline: string) =>
      `Levels in "${baseline}"; below it differences from it, each with its 95% interval and the number of runs that go the same way`,
    adults: "Scenario, and what adults do",
    no_program: "No program: other parameters",
    one_program: (levers: string, evidence: string) => `${levers}. Evidence: ${evidence}.`,
    sizes_assumed: (n: number, of: number) =>
      n === of ? "sizes assumed" : `sizes assumed for ${n} of ${of} parts`,
    programs: (titles: string) => `${titles}.`,
    hours: "Staff hours per teacher and week",
    dollars: (years: number) =>
      years === 1 ? "Dollars per student and year" : `Dollars per student, ${years} years`,
    runs: (n: string, of: string) => `in ${n} of ${of}`,
    no_change: "the same in every run",
    includes_zero: "includes zero",
    worse: "worse",
    not_known: "not known",
    not_known_for: (names: string) => `not known for ${names}`,
    at_least: (n: string) => `${n} or more`,
    notes:
      "Differences of percentages are in percentage points. Staff time and cost are what the program " +
      "files state, added up over a scenario's programs (two programs may share an hour). Hours are those of " +
      "teachers, as each program's note says; what coordinators, mentors and leaders give is mostly not in them.",
    picture: "The same as a picture",
    picture_how: "The dot is the mean difference from the baseline, the bar its 95% interval.",
    costs_title: "What that asks of staff, for each unit of what changed",
    costs_how:
      "Hours per teacher and week, divided by the change. The range carries over the 95% interval of " +
      "the change: hours and dollars are stated in the program files, and most hours are assumed. It " +
      "compares sizes and is no price list: twice the time seldom buys twice the change. There is no " +
      "figure where the interval includes zero or the change is for the worse.",
    no_dollars:
      "No scenario here has a cost in dollars that is known for all its programs, so there is no cost " +
      "per outcome in dollars.",
    costs_caption: "Staff time and cost for each unit of what changed",
    hours_for: (what: string) => `Hours per teacher and week ${what}`,
    dollars_for: (what: string) => `Dollars ${what}`,
    nothing: "There is nothing to set side by side.",
  },

  environment: {
    part: "In the environment",
    belongs:
      "The gap belongs to them, never to a group. How much each of them makes is not told apart here: " +
      "set one to 0 in the school file and run again.",
    caption: (dimension: string) =>
      `How the environment treats these groups (${dimension}), as the experiment sets it; assumed`,
  },

  gap_table: {
    caption: (outcome: string, reference: string) =>
      `${outcome}: the year's levels, and the gap of each group to ${reference}`,
    level_before: "Level as it is",
    level: "Level",
    gap_before: "Gap as it is",
    gap: "Gap",
    change: "Change of the gap (95% interval)",
    how: "How it comes about",
    is_reference: "reference",
    none_levelled: (of: number) =>
      `No gap closes by levelling down here: of ${of} that were compared, none closes while a level gets worse.`,
    levelled: (n: number, of: number) =>
      `${n} of the ${of} gaps that were compared ${n === 1 ? "closes" : "close"} while a level gets worse, which is levelling down:`,
    levelled_one: (outcome: string, scenario: string, how: string) =>
      `${outcome}, ${scenario}: ${how}.`,
    levelled_more: (n: number) => `And ${n} more, in the tables below.`,
  },
};
