// The program library by shelf: each can be chosen, and says what it is and how we know.

import type { PresetProgram } from "../data";
import { strings } from "../strings";
import { with_program } from "../what_if";
import { Facts } from "./facts";
import { active_of, preset_of, useChosen } from "./model";

const words = strings.explore;

function More({ program }: { program: PresetProgram }) {
  const facts = strings.program;
  const hours = program.staff_hours === null ? strings.compare.not_known : `${program.staff_hours} h`;
  const cost =
    program.cost_per_student === null
      ? strings.compare.not_known
      : strings.compare.dollars(program.cost_per_student);
  const rows: [string, string][] = [
    [facts.for_whom, program.for_whom],
    [facts.dose, program.dose],
    [facts.adults_do, program.levers.map((l) => l.name).join("; ")],
    [facts.hours, `${hours}. ${program.staff_note ?? ""}`],
    [facts.cost, `${cost}. ${program.cost_note ?? ""}`],
    [facts.evidence, program.evidence],
    [facts.not_known, String(program.not_known)],
    [facts.sources, program.sources.join("; ")],
  ];
  return (
    <details>
      <summary>{facts.more}</summary>
      <p class="about">{program.summary}</p>
      <Facts rows={rows} />
    </details>
  );
}

export function Programs() {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  const what_if = active_of(chosen);
  return (
    <section class="programs">
      <h3>{words.programs}</h3>
      <p class="about">{words.programs_lead}</p>
      {Object.entries(strings.shelves).map(([shelf, title]) => (
        <details class="shelf">
          <summary>{title}</summary>
          {preset.programs
            .filter((p) => p.shelf === shelf)
            .map((program) => (
              <div class="program">
                <label>
                  <input
                    type="checkbox"
                    disabled={program.refused !== ""}
                    checked={what_if.programs.includes(program.key)}
                    onChange={(e) =>
                      chosen.act({
                        do: "change",
                        what_if: with_program(what_if, program.key, e.currentTarget.checked),
                      })
                    }
                  />
                  {program.title}
                </label>
                {program.refused ? <p class="caution">{program.refused}</p> : null}
                <More program={program} />
              </div>
            ))}
        </details>
      ))}
    </section>
  );
}
