// Terms with what is known of them.

import type { ComponentChildren } from "preact";

/// Those without a text are left out.
export function Facts({ rows }: { rows: [term: string, text: ComponentChildren][] }) {
  return (
    <dl class="facts">
      {rows.map(([term, text]) =>
        text ? (
          <div>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
