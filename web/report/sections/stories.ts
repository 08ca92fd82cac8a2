// What adults did in each scenario, what moved from when, and what did not.

import { el, section, terms, type Child } from "../dom";
import { signed } from "../numbers";
import { strings } from "../strings";
import type { View } from "../view";

const words = strings.stories;

/// A paragraph for each line; nothing for no text.
function paragraphs(text: string): Child {
  if (text === "") return null;
  return signed(text).split("\n").map((line) => el("p", {}, line));
}

export function stories(view: View): HTMLElement {
  return section(
    "stories",
    words.title,
    el("p", { class: "lead" }, words.lead),
    view.others.flatMap((scenario) => {
      const story = view.data.stories.find((s) => s.scenario === scenario.key);
      if (story === undefined) return [];
      return el(
        "article",
        { class: "story" },
        el("h3", {}, scenario.title),
        terms(
          [
            [words.done, paragraphs(story.done)],
            [words.moved, paragraphs(story.moved)],
            [words.unmoved, paragraphs(story.unmoved)],
          ],
          "facts told",
        ),
      );
    }),
  );
}
