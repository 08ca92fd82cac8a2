// What somebody needs to get the same results again.

import { el, section, terms } from "../dom";
import { strings } from "../strings";
import type { View } from "../view";

const words = strings.reproduce;

export function reproduce({ data }: View): HTMLElement {
  const code = (text: string) => el("code", {}, text);
  return section(
    "reproduce",
    words.title,
    el("p", { class: "lead" }, words.lead),
    terms([
      [words.version, code(data.version)],
      [words.experiment, code(data.experiment)],
      [words.seed, code(data.seed)],
      [words.fingerprint, code(data.fingerprint)],
    ]),
    el("h3", {}, words.command),
    el("pre", { tabindex: 0, role: "region", "aria-label": words.command }, code(data.command)),
    el("p", { class: "note" }, words.file(data.experiment)),
  );
}
