// What the model can't tell, and where each number comes from.

import { exact } from "../../report/numbers";
import { strings } from "../strings";
import { about } from "../about_strings";
import { preset_of, useChosen } from "./model";

export function About() {
  const chosen = useChosen();
  const preset = preset_of(chosen);
  const changed = preset.parameters.filter((p) => p.value !== p.default);
  const rest = preset.parameters.filter((p) => p.value === p.default);
  return (
    <main id="main" class="about-page" tabIndex={-1}>
      <h1>{strings.about.title}</h1>
      {about.parts.map(({ title, lines }) => (
        <section>
          <h2>{title}</h2>
          <ul>
            {lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{about.numbers}</h2>
        <p>{about.numbers_lead}</p>
        <p>{preset.small_cell_note}</p>
        <details>
          <summary>{about.parameters(preset.parameters.length)}</summary>
          <div class="scroll" role="region" tabIndex={0} aria-label={about.numbers}>
            <table>
              <thead>
                <tr>
                  {about.columns.map((c) => (
                    <th scope="col">{c}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {[...changed, ...rest].map((p) => (
                  <tr>
                    <th scope="row"><code>{p.key}</code></th>
                    <td class="number">{exact(p.value)} {p.unit === "1" ? "" : p.unit}</td>
                    <td>{p.doc}</td>
                    <td>{p.evidence}</td>
                    <td>{p.source}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </section>
      <p class="note">
        belong {chosen.page.version}, {chosen.print}
      </p>
    </main>
  );
}
