// The cards of docs/workshop, which are printed from the same file.

import { parse } from "smol-toml";
import text from "../../docs/workshop/cards.toml";

export interface Cue {
  event: string;
  one: string;
  other: string;
  adults: string;
}

export interface Protocol {
  title: string;
  lines: string[];
}

const read = parse(text) as unknown as { cue: Cue[]; protocol: Protocol[] };

export const cues = read.cue;
export const protocols = read.protocol;
