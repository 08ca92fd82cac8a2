// The words of a workshop: short forms of docs/facilitators-guide.md, which has the whole.

export const session = {
  title: "Workshop",
  steps: "Steps",
  next: "Next",
  back: "Back",
  step: (n: number, of: number, title: string, minutes: number) =>
    `${n} of ${of}: ${title} (${minutes} min)`,
  length: "Length",
  lengths: { short: "20 minutes", hour: "60 minutes", long: "3 hours" },
  big: "Projector size",
  timer: {
    label: "Timer",
    minutes: "Minutes",
    start: "Start",
    pause: "Pause",
    reset: "Reset",
    left: (m: number, s: number) => `${m}:${String(s).padStart(2, "0")}`,
    over: "Time",
  },
  notes: "Facilitator’s notes",
  guide: "The whole guide, with cards, sheets and each minute of the plans: docs/facilitators-guide.md in the program’s folder.",

  welcome: {
    title: "Welcome",
    lead: "Say what you expect, see what a model of a school makes of it, talk about why the two differ, and choose one thing that adults will change.",
    points: [
      ["Adults change things here.", "Every lever is something that adults do. No lever touches a student."],
      ["All simulated students start alike.", "Where groups part, the setting made it so."],
      ["It is for thinking.", "Nobody in it is real. It forecasts no child and no school."],
      ["You may doubt every number.", "Each says whether it is cited, observational or assumed."],
    ],
    plan: {
      short: "20 minutes: one question.",
      hour: "60 minutes: two questions, 10 minutes each. Besides, on paper: lever cards, 8 minutes.",
      long: "3 hours: four questions, 12 to 14 minutes each. Besides: two lives of one student, 15 minutes; lever cards on paper, 24 minutes; breaks, 18 minutes.",
    },
    notes: [
      "Say the four in your own words. The model is a third person in the room who has no job to lose.",
      "A session went well when people leave with a sentence that begins “In our school, we …”, and not with a number.",
    ],
  },

  warm_up: {
    title: "Warm-up: one event, two readings",
    lead: "In pairs. Read the event, stop, and say what a student might hear in it. Then look.",
    show: "Show two readings",
    hide: "Hide the readings",
    another: "Another event",
    one: "One reading",
    other: "Another reading",
    adults: "What adults can do",
    notes: [
      "Neither reading is wrong, and none is a mistake of the student: one who has met doubt before has reason to look closely.",
      "“Who could hear the first one? What has happened to them here before?” Then: “Who in our building could do that, on a Tuesday?”",
      "If someone says “they are too sensitive”: “What would have to be different here, so that the second reading came first?”",
    ],
  },

  belonging: {
    title: "What is belonging?",
    points: [
      ["Students read cues.", "Am I welcome? Do people like me do well here? Does this adult expect me to succeed?"],
      ["Doubt takes attention.", "Who watches what the setting means has less left for the work: an idea, and an assumption of the model."],
      ["Teachers come first.", "Over 51 studies, teacher support goes most with belonging."],
      ["Settings send cues by group.", "The same group reports less belonging in one kind of college and more in another: the setting decides."],
      ["Adults can change it, and not everything works everywhere.", "Some well-run replications of short messages found nothing."],
    ],
    notes: [
      "Who was studied and how far each finding was checked stands in docs/findings.md. Most were read as abstracts and reviews. Say so.",
      "Do not promise marks: more belonging goes with marks only a little.",
    ],
  },

  predict: {
    title: "Predict, then look",
    lead: "First everyone says where the line will go. Then look, in silence.",
    what: "What adults do",
    what_open: "the active scenario of Explore",
    which: "Look at",
    whose: "For whom",
    how: "Draw a line on the picture with a pen, finger or mouse, or say where it ends:",
    ends_at: "It ends at",
    table_name: (n: number) => `Table ${n}`,
    add: "Keep this prediction",
    clear: "Draw anew",
    kept: (n: number) => (n === 1 ? "1 prediction is kept" : `${n} predictions are kept`),
    remove: (name: string) => `Remove the prediction of ${name}`,
    ours: "Your line",
    room: "The room",
    reveal: "Look",
    revealed: "What the model makes of it",
    again: "Another question",
    nothing: "In Explore nothing is changed yet: choose a scenario here, or move a lever there first.",
    notice: "A minute of silence. Then “I notice …”, then “I wonder …”. Not yet “We should …”.",
    inside: "The model’s line lies within what the room expected, the whole year long.",
    leaves: (when: string) => `The model’s line ends within what the room expected, and lies outside of it ${when}.`,
    outside: "The model’s line ends outside of what the room expected.",
    no_proof: "Neither is proof: what may the room know that the model leaves out?",
    stretch: (time: string, first: number, last: number) =>
      first === last ? `in ${time} ${first}` : `from ${time} ${first} to ${last}`,
    notes: [
      "Read the axes aloud. Everyone draws alone and in silence, you too; then pairs; then keep three that differ. Nobody defends one.",
      "Point at where a high and a low line would be. Offer saying instead of drawing.",
      "A prediction that differs from the model is not wrong: the person may know something that the model leaves out. Ask what.",
      "“Where would we see this here?” One sentence from each table.",
    ],
  },

  talk: {
    title: "Talk",
    notes: [
      "“Which one is best?” — “For what, for whom, and at whose time?”",
      "“So it is the teachers’ fault.” — “A lever is what can be changed, not who is to blame.”",
      "“We have one like that: …” — “Stop there, please. No names and no stories that show who is meant.”",
      "Is it true? “No. It is a model: rules that people wrote down, lived out day by day. It is useful when it makes us say what we believe, and then look here.”",
    ],
  },

  test: {
    title: "A six-week test of change",
    lead: "Small enough to begin next week, long enough to show. What you write stays here until the page is closed or loaded anew; print it before.",
    lines: [
      "One cue: what should a student here hear more often, or less?",
      "One change: who does what, where, how often? Only what people at this table do.",
      "One place: which grade, course, hallway?",
      "One sign: what will we see by week 6, without naming a student?",
      "We ask students, before and after, without names:",
      "We stop or turn if",
      "We meet on",
    ],
    print: "Print the sheet",
    notes: [
      "A class of 25 over six weeks cannot show a small effect, and does not have to: it shows whether the change was done, and what came in its way.",
      "In a small class answers are not anonymous: do not split them by group.",
    ],
  },

  closing: {
    title: "Closing: our context",
    choose: "Choose one",
    closings: [
      {
        title: "One cue, next week",
        lead: "Write a card to yourself, swap it with a neighbour, and ask each other next week.",
        lines: ["On", "I will say or do", "when", "I will tell"],
      },
      {
        title: "A question to our own numbers",
        lead: "One question that this session left, and where an answer could be. No group under ten is shown, and nothing that shows who is meant.",
        lines: ["Our question", "Where an answer could be", "Who holds it", "Who should be in the room when it is opened"],
      },
      {
        title: "Our school on paper",
        lead: "What a school file needs, and what it assumes: for each assumption a low, a middle and a high version, and whom we would have to ask.",
        lines: ["Size, grades, classes", "Groups and who teaches", "Assumed: how the setting treats each group (low, middle, high)", "Whom we would have to ask"],
      },
    ],
    notes: ["Name the date of week 6 aloud. Photograph the wall, throw the drawings away, and keep nothing that shows who said what."],
  },
};
