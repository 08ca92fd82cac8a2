// The words of "Share, keep, print".

export const share = {
  title: "Share, keep, print",
  link: "Copy link",
  link_done: "The link is copied. It holds what you changed, and whose curves you look at.",
  link_to_file:
    "This page is a file: the link works for those who have the same file in the same place. For " +
    "others, send the file together with the saved scenario.",
  link_shown: "Copy this link:",
  other_model:
    "This link was made with another version of the model, or of its schools, levers or programs: " +
    "figures may differ.",
  save: "Save scenario file",
  save_lead: "A file that “belong run” reads, and that this page opens.",
  open: "Open scenario file",
  not_opened: (name: string, why: string) => `${name} was not opened: ${why}.`,
  too_large: "it has more than 1 MB, and a scenario file has a few thousand letters",
  other_runs: (name: string, runs: number | null, here: number) =>
    `${name} ${runs === null ? "does not say how many paired runs it wants" : `asks for ${runs} paired ${runs === 1 ? "run" : "runs"}`}; ` +
    `this page makes ${here}, and saves the file with ${here}.`,
  print: "Print hand-out",
  reproduce: "Reproduce this",
  reproduce_lead:
    "The same version, file and seed give the same results, to the bit, on any machine. Save the " +
    "scenario file, then, from the top of Belong’s folder, where schools and programs are found by name:",
  not_linked: "The address holds a scenario that this page cannot show.",
  version: "Version",
  seed: "Seed",
  runs: "Paired runs",
  runs_here: (n: number) => `${n}: those that this page makes, and that the file repeats`,
  came: (names: string, came: number, experiment: string, here: number) =>
    `The figures shown of ${names} come from ${came} runs that came with this page. The file of the ` +
    `experiment “${experiment}” repeats those; the scenario file repeats the ${here} that this page makes.`,
  fingerprint: "Fingerprint",
  work_out: "Work it out here",
  working: "Living all runs once more …",
  stopped: "Stopped by a newer question. Ask again.",
  native: "Results that came with this page",
  native_save: "Save their file",
  school_file: (school: string) =>
    `Save the file in the folder of ${school}: it names the school by that.`,
  command: (file: string) => `belong run ${file}`,
};
