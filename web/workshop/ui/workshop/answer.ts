// What a room has said to one question: which school and scenario, which outcome, for whom. To
// another question nothing is said yet.

import type { Prediction } from "../../prediction";
import { useKept } from "../kept";

export interface Answer {
  levels: (number | null)[] | null; // drawn, at each time; null: nothing yet
  y: [number, number] | null; // the axis on which it is drawn; null until drawing begins
  kept: Prediction[];
  tables: number; // that have said something
  shown: boolean; // the model's line is there
}

export const nothing_said: Answer = { levels: null, y: null, kept: [], tables: 0, shown: false };

/// The answer to this question, and a way to change parts of it.
export function useAnswer(question: string): [Answer, (part: Partial<Answer>) => void] {
  const [said, set_said] = useKept("answer", { question, answer: nothing_said });
  const answer = said.question === question ? said.answer : nothing_said;
  return [answer, (part) => set_said({ question, answer: { ...answer, ...part } })];
}
