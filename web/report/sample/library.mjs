// The names in the sample: scenarios, groups, outcomes, programs, parameters. Fields beyond the
// contract (push, pressure, start, ...) only shape the made-up curves.

const push = (belonging, engagement, attendance, relation, referrals, gpa) => ({
  belonging,
  engagement,
  attendance,
  relation,
  referrals,
  gpa,
  on_track: belonging * 1.2,
});

export const scenarios = [
  { key: "baseline", title: "Baseline", baseline: true, programs: [], push: {}, closes: 0 },
  {
    key: "barr",
    title: "BARR",
    baseline: false,
    programs: ["barr"],
    push: push(0.032, 0.03, 0.6, 0.06, -0.25, 0.12),
    closes: 0.15,
  },
  {
    key: "empathic_discipline",
    title: "Empathic discipline",
    baseline: false,
    programs: ["empathic_discipline"],
    push: push(0.009, 0.004, 0.1, 0.03, -1.1, 0.01),
    closes: 0.3,
  },
  {
    key: "engagement_cycles",
    title: "Engagement cycles",
    baseline: false,
    programs: ["engagement_cycles"],
    push: push(0.028, 0.038, 0.2, 0.05, -0.1, 0.06),
    closes: 0.25,
  },
  {
    key: "all_three",
    title: "All three",
    baseline: false,
    programs: ["barr", "empathic_discipline", "engagement_cycles"],
    push: push(0.062, 0.066, 0.8, 0.12, -1.4, 0.19),
    closes: 0.5,
  },
];

const group = (key, dimension, label, n, pressure, reference) => ({
  key,
  dimension,
  label,
  n,
  hidden: n === null,
  pressure,
  reference,
});

export const groups = [
  group("all", "all", "Everyone", 1200, 0),
  group("white", "race", "White", 486, -0.35),
  group("black", "race", "Black", 262, 0.8, "white"),
  group("hispanic", "race", "Hispanic or Latino", 318, 0.55, "white"),
  group("asian", "race", "Asian", 92, 0.1, "white"),
  group("multiracial", "race", "Multiracial", 36, 0.4, "white"),
  group("native", "race", "American Indian", null, 0.6, "white"),
  group("girls", "gender", "Girls", 590, 0.1, "boys"),
  group("boys", "gender", "Boys", 610, -0.1),
  group("english_learner", "language", "Learning English", 148, 0.6, "english_fluent"),
  group("english_fluent", "language", "Fluent in English", 1052, -0.05),
];

const outcome = (key, label, unit, better, time, digits, shape, description) => {
  const [start, slope, dip, spread, gap] = shape;
  return { key, label, unit, better, time, digits, description, start, slope, dip, spread, gap };
};

export const outcomes = [
  outcome(
    "belonging",
    "Belonging",
    "0 to 1",
    "higher",
    "week",
    2,
    [0.64, -0.02, -0.04, 0.021, 0.1],
    "How sure students are that they are seen, respected and expected to succeed here.",
  ),
  outcome(
    "engagement",
    "Engagement",
    "0 to 1",
    "higher",
    "week",
    2,
    [0.6, -0.03, -0.03, 0.023, 0.06],
    "How much of the lesson students take part in.",
  ),
  outcome(
    "attendance",
    "Attendance",
    "%",
    "higher",
    "week",
    1,
    [94.8, -2.2, -0.8, 0.6, 1],
    "Students present on an average day of the week.",
  ),
  outcome(
    "relation",
    "Relation with teachers",
    "0 to 1",
    "higher",
    "week",
    2,
    [0.5, 0.06, 0.01, 0.024, 0.05],
    "How well teachers know their students and are trusted by them.",
  ),
  outcome(
    "referrals",
    "Referrals",
    "per 100 students",
    "lower",
    "week",
    1,
    [2.2, 1.1, 0.5, 0.55, -1.4],
    "How often teachers send a student out of class.",
  ),
  outcome(
    "gpa",
    "Grades",
    "GPA, 0 to 4",
    "higher",
    "marking_period",
    2,
    [2.58, -0.08, 0, 0.07, 0.2],
    "Mean grade on the report card.",
  ),
  outcome(
    "on_track",
    "On track",
    "share of students",
    "higher",
    "year",
    3,
    [0.79, 0, 0, 0.03, 0.05],
    "Students who end the year with the credits for grade 10.",
  ),
];

const lever = (name, meaning, amount, reach, schedule, evidence) => ({
  name,
  meaning,
  amount,
  reach,
  schedule,
  evidence,
});

export const programs = [
  {
    key: "barr",
    title: "BARR (Building Assets, Reducing Risks)",
    shelf: "relationships",
    summary:
      "Teachers share blocks of students, meet every week about every one of them, and a coordinator " +
      "reaches out early.",
    for_whom: "All students in grade 9",
    dose: "All year; 33 weekly lessons of 30 minutes",
    levers: [
      lever(
        "structure.shared_block",
        "Three core teachers share the same students",
        "3 of 6 periods",
        "grade 9",
        "from the first day",
        "cited",
      ),
      lever(
        "team.review",
        "The team talks about every student every week",
        "1 meeting a week",
        "all core teachers",
        "weeks 2 to 36",
        "cited",
      ),
      lever(
        "outreach.coordinator",
        "A coordinator contacts families and clears obstacles",
        "+0.15 on a scale from 0 to 1",
        "the tenth that attends least",
        "every week",
        "assumed",
      ),
    ],
    fidelity: "drawn for each school, mean 0.7",
    staff_hours: 46,
    staff_note: "Team meetings, risk review and one coordinator at half time",
    cost_per_student: null,
    cost_note: "No published figure was found",
    evidence: "Cluster-randomised trial in 66 schools",
    sources: [
      "WWC study 90790: ies.ed.gov/ncee/WWC/Study/90790",
      "WWC study 132: ies.ed.gov/ncee/wwc/Study/132",
    ],
    not_known: "Which of its eight parts matters most; cost per student; effects after year two.",
  },
  {
    key: "empathic_discipline",
    title: "Empathic discipline",
    shelf: "policy",
    summary:
      "Teachers practise hearing a student's side and keeping the relation whole after an incident.",
    for_whom: "One core teacher of each student",
    dose: "45 minutes, and 25 minutes two months later",
    levers: [
      lever(
        "teacher.mindset",
        "Teachers read an ambiguous incident as a moment to connect",
        "+0.3 on a scale from 0 to 1",
        "one core teacher per student",
        "school days 30 and 72",
        "calibrated",
      ),
      lever(
        "teacher.repair",
        "After an incident, adults repair the relation",
        0.2,
        "the same teachers",
        "from day 30",
        "assumed",
      ),
    ],
    fidelity: 1,
    staff_hours: 0.05,
    staff_note: "70 minutes a year for each teacher",
    cost_per_student: 1.2,
    cost_note: "Teachers' time only",
    evidence: "Two randomised trials",
    sources: [
      "Okonofua, Paunesku and Walton 2016: doi:10.1073/pnas.1523698113",
      "WWC study 93462: ies.ed.gov/ncee/WWC/Study/93462",
    ],
    not_known: "The effect for all students together was not significant in the larger trial.",
  },
  {
    key: "engagement_cycles",
    title: "Engagement cycles",
    shelf: "instruction",
    summary:
      "Students rate the learning conditions in class; teachers see the answers and adjust one practice.",
    for_whom: "All students; teachers who take part",
    dose: "Five cycles of seven weeks",
    levers: [
      lever(
        "teacher.support",
        "Teachers close part of the distance between what students report and what they aim for",
        "a fifth of the distance per cycle",
        "teachers who take part",
        "weeks 4, 11, 18, 25 and 32",
        "assumed",
      ),
    ],
    fidelity: 0.8,
    staff_hours: 12,
    cost_per_student: 9,
    cost_note: "Survey licence and teachers' time; our estimate",
    evidence: "Observational",
    sources: ["PERTS Elevate: elevate-support.perts.net"],
    not_known: ["No randomised trial was found.", "How far survey noise misleads small classes."],
  },
];

const sections = ["appraisal", "belonging", "engagement", "referral", "relation", "attendance"];
const grades = ["cited", "derived", "calibrated", "assumed", "assumed"];

export const parameters = Array.from({ length: 84 }, (_, i) => {
  const evidence = grades[(i * 7) % grades.length];
  const value = Math.round(((i * 37) % 100) * 10) / 1000;
  return {
    key: `${sections[i % sections.length]}.parameter_${i + 1}`,
    value: i === 17 ? 0.9 : value,
    default: value,
    unit: i % 4 === 0 ? "per week" : "1",
    low: 0,
    high: i % 9 === 0 ? 5 : 1,
    doc: "what this made-up parameter would mean, in one line of plain words",
    evidence,
    source:
      evidence === "cited"
        ? "doi:10.1037/0022-3514.92.1.82"
        : evidence === "calibrated"
          ? "configs/evidence"
          : "",
  };
});
