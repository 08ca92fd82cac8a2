// The page: two doors, and what is behind them.

import { useCallback, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { start_hands } from "../engine/hands";
import { Lab } from "../engine/lab";
import { from_link, type Linked } from "../link";
import type { PageData } from "../data";
import { first_state, next_state, type Action, type Choice, type Door, type State, type View } from "../store";
import { strings } from "../strings";
import { essence, is_empty, preset_twin, scenario_words } from "../what_if";
import { About } from "./about";
import { stands_at, useDoors } from "./doors";
import { Explore } from "./explore";
import { KeptContext } from "./kept";
import { Live } from "./live";
import { ChosenContext, LiveContext, useChosen } from "./model";
import { printing } from "./chart";
import { give_up_waits } from "./settled";
import { all_shown } from "./tasks";
import { Workshop } from "./workshop/workshop";

interface Props {
  page: PageData;
  module: WebAssembly.Module;
  print: string; // fingerprint of the module
  worker: string; // source
}

function Home({ go }: { go: (door: Door) => void }) {
  const words = strings.doors;
  const { notes } = useChosen();
  const doors: [Door, string, string][] = [
    ["explore", words.explore, words.explore_lead],
    ["workshop", words.workshop, words.workshop_lead],
  ];
  return (
    <main id="main" class="home" tabIndex={-1}>
      <h1>{strings.tagline}</h1>
      <p class="lead">{words.lead}</p>
      {notes.map((note) => (
        <p class="caution" role="status">{note}</p>
      ))}
      <div class="doors">
        {doors.map(([door, title, lead]) => (
          <button type="button" class="door" onClick={() => go(door)}>
            <strong>{title}</strong>
            <span>{lead}</span>
          </button>
        ))}
      </div>
      <p>
        <button type="button" class="link" onClick={() => go("about")}>
          {words.about}: {words.about_lead}
        </button>
      </p>
      <p class="promise">{words.promise}</p>
    </main>
  );
}

function Nav({ door, go }: { door: Door; go: (door: Door) => void }) {
  const doors: Door[] = ["home", "explore", "workshop", "about"];
  return (
    <nav aria-label={strings.title}>
      <span class="brand">{strings.title}</span>
      {doors.map((d) => (
        <button type="button" aria-current={d === door ? "page" : undefined} onClick={() => go(d)}>
          {strings.nav[d]}
        </button>
      ))}
    </nav>
  );
}

/// The preset's schools in workers; a new lab for a new preset.
function useLab({ page, module, worker }: Props, preset: number, live: Live, note: (text: string) => void) {
  const [lab, set_lab] = useState<Lab | null>(null);
  useEffect(() => {
    let made: Lab | null = null;
    let gone = false;
    const { study } = page.presets[preset]!;
    const words = (list: number[] | null) => (list ? Uint32Array.from(list) : null);
    void start_hands(worker).then(async ({ workers, apart }) => {
      if (!apart) note(strings.slow_hands);
      try {
        made = await Lab.start(
          module,
          { ...study, reference: words(study.reference), schools: study.schools.map((s) => words(s)!) },
          workers,
          () => live.changed(),
          all_shown,
          (why) => note(strings.failed(why)),
        );
      } catch (error) {
        note(strings.failed(error instanceof Error ? error.message : String(error)));
        return;
      }
      if (gone) made.end();
      else {
        live.take(made, preset);
        set_lab(made);
      }
    });
    return () => {
      gone = true;
      made?.end();
      live.take(null);
      set_lab(null);
    };
  }, [preset]);
  return lab;
}

/// What the lab should live, the active scenario first. Presets' own come with the page, unless
/// their single runs are asked for.
function wanted(page: PageData, state: State) {
  const { choice, view } = state;
  const preset = page.presets[choice.preset]!;
  const order = [choice.active, ...choice.what_ifs.keys()];
  return [...new Set(order)]
    .map((k) => choice.what_ifs[k]!)
    .filter((w) => !is_empty(w) && (view.singles || preset_twin(preset, w) === undefined))
    .map((w) => ({ key: essence(w), words: scenario_words(page, preset, w) }));
}

function notes_on(linked: ReturnType<typeof from_link>): string[] {
  if (linked === "broken") return [strings.share.not_linked];
  return linked?.other_model ? [strings.share.other_model] : [];
}

const choice_of = ({ preset, what_ifs, view }: Linked): Choice => ({
  preset,
  what_ifs,
  active: view?.active ?? 0,
});
const looked_at = ({ view }: Linked): Partial<View> =>
  view ? { group: view.group, gap: view.gap } : {};

function Behind({ door }: { door: Door }) {
  const { act } = useChosen();
  const go = (to: Door) => act({ do: "view", view: { door: to } });
  const target = door === "explore" ? "pictures" : "main";
  return (
    <>
      <a class="skip" href={`#${target}`}
        onClick={(e) => {
          e.preventDefault(); // the address may hold a scenario
          document.getElementById(target)?.focus();
        }}>
        {door === "explore" ? strings.skip : strings.skip_to_page}
      </a>
      <Nav door={door} go={go} />
      {door === "home" ? <Home go={go} /> : null}
      {door === "explore" ? <Explore /> : null}
      {door === "workshop" ? <Workshop /> : null}
      {door === "about" ? <About /> : null}
    </>
  );
}

export function App(props: Props) {
  const { page, print } = props;
  const [state, act] = useReducer<State, Action, null>(
    (s, a) => next_state(page, s, a),
    null,
    () => {
      const linked = from_link(page, print, location.hash);
      if (!linked || linked === "broken") return first_state(page);
      return first_state(page, choice_of(linked), looked_at(linked));
    },
  );
  const [live] = useState(() => new Live());
  const [kept] = useState(() => new Map<string, unknown>());
  const [on_link, set_on_link] = useState(() => notes_on(from_link(page, print, location.hash)));
  const [told, set_told] = useState<string[]>([]);
  const note = useCallback(
    (text: string) => set_told((list) => (list.includes(text) ? list : [...list, text])),
    [],
  );
  const lab = useLab(props, state.choice.preset, live, note);
  const questions = wanted(page, state);
  const asked = questions.map((q) => q.key).join("\n");
  useLayoutEffect(() => lab?.want(questions), [lab, asked]); // before the page is drawn: it can wait

  const { door } = state.view;
  useDoors(door, (to) => act({ do: "view", view: { door: to } }));
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) {
      scrollTo({ top: 0, behavior: "instant" });
      document.getElementById("main")?.focus({ preventScroll: true }); // the doors stay in view
    }
    first.current = false;
  }, [door]);
  useEffect(() => {
    const undo = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement | null)?.matches?.(
        "input[type=text], input[type=number], textarea",
      );
      if (typing || event.key.toLowerCase() !== "z" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      act({ do: "undo" });
    };
    const linked = () => {
      const found = from_link(page, print, location.hash);
      if (!found) return; // an address of another kind
      set_on_link(notes_on(found));
      if (found === "broken") return;
      stands_at("explore");
      act({ do: "choose", choice: choice_of(found) });
      act({ do: "view", view: { door: "explore", ...looked_at(found) } });
    };
    const before_print = () => {
      give_up_waits(); // paper is about one question
      printing.forEach((draw) => draw());
    };
    addEventListener("keydown", undo);
    addEventListener("hashchange", linked);
    addEventListener("beforeprint", before_print);
    return () => {
      removeEventListener("keydown", undo);
      removeEventListener("hashchange", linked);
      removeEventListener("beforeprint", before_print);
    };
  }, []);

  const chosen = useMemo(
    () => ({ page, print, state, act, notes: [...on_link, ...told] }),
    [state, on_link, told],
  );
  return (
    <ChosenContext.Provider value={chosen}>
      <LiveContext.Provider value={live}>
        <KeptContext.Provider value={kept}>
          <Behind door={door} />
        </KeptContext.Provider>
      </LiveContext.Provider>
    </ChosenContext.Provider>
  );
}
