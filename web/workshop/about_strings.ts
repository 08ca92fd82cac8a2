// The words of "About the model".

export const about = {
  parts: [
    {
      title: "What it is",
      lines: [
        "Rules that people wrote down about a school day: cues, how students read them, what teachers answer, how trust, belonging, engagement, learning and discipline move. The page lives those rules day by day, for a whole school year, many times.",
        "A pair of runs is the same school, the same students and the same chances, once as it is and once with what adults change. The difference comes from what they change.",
        "All simulated students start alike: whatever their group, what they bring is drawn from the same hat. Gaps come from how the setting treats groups, and in a setting that treats all alike there are none; a test holds that with every change of the program.",
      ],
    },
    {
      title: "What it cannot tell you",
      lines: [
        "It forecasts no child and no school. Nobody in it is real, and nothing in it may be used to judge, sort or select a student or a teacher.",
        "Families, neighbourhoods, health, wealth, what is taught, tests, and students who leave within the year are not in it. A gap here is only what a school’s own environment adds.",
        "How the setting treats each group is assumed in the school’s file. Question that first.",
        "“In 32 of 32 runs” says that chance in the model was counted. What nobody knows about schools was not, and that is the larger part.",
        "Scenarios are not ranked. They cost different hours and do different things; where intervals overlap, nobody can tell them apart.",
        "The amounts of most levers are assumed. Programs whose trials could be read were held against them; each program says what stands behind it: cited (a trial or a table), observational (nobody drew lots), or assumed (ours).",
      ],
    },
    {
      title: "How to doubt it well",
      lines: [
        "Ask which of its assumptions you do not share, move that lever down to nothing, and see whether your question still stands.",
        "Look at when a line moves and for whom, before you look at how far.",
        "Ask what would have to be seen in your own school for the model to be wrong.",
      ],
    },
    {
      title: "This page and you",
      lines: [
        "Everything runs in your browser. Nothing is stored, nothing is sent, and no network is needed.",
        "All can be done by keyboard, but for drawing a line by hand; a slider stands beside it. Pictures have a table behind them, and arrow keys move along a picture.",
        "A guide for people who lead a room comes with the program: docs/facilitators-guide.md, with cards, sheets and plans to print.",
      ],
    },
  ],
  numbers: "Where each number comes from",
  numbers_lead:
    "Bands are the middle 80% of the paired runs, and counts say in how many of them a scenario ends higher: chance in the days of these schools, and nothing else. Cited: from a published source. Derived: worked out from published figures. Calibrated: set so that the model meets published patterns. Assumed: our own choice; nobody has measured it.",
  parameters: (n: number) => `All ${n} parameters of this experiment, what this experiment changes first`,
  columns: ["Parameter", "Value", "Meaning", "Evidence", "Source"],
};
