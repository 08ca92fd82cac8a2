// The plans of docs/facilitators-guide.md, as far as the page has their steps: minutes of each.

import { session } from "./session_strings";

export type StepKey = "welcome" | "warm_up" | "belonging" | "predict" | "talk" | "test" | "closing";

export interface Plan {
  key: keyof typeof session.lengths;
  minutes: [step: StepKey, minutes: number][]; // in order; steps that it leaves out are not there
}

export const plans: Plan[] = [
  {
    key: "short",
    minutes: [["welcome", 2], ["warm_up", 4], ["predict", 10], ["closing", 4]],
  },
  {
    key: "hour",
    minutes: [
      ["welcome", 4], ["warm_up", 8], ["belonging", 6], ["predict", 20], ["test", 9], ["closing", 5],
    ],
  },
  {
    key: "long",
    minutes: [
      ["welcome", 10], ["warm_up", 12], ["belonging", 8], ["predict", 51], ["talk", 6], ["test", 32],
      ["closing", 4],
    ],
  },
];

export const usual: Plan["key"] = "hour";
