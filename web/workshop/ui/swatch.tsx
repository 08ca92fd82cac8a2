// A short sample of a line. Decorative: the name stands beside it.

import type { LineStyle } from "../../charts/style";

export function Swatch({ style }: { style: LineStyle }) {
  return (
    <svg class="swatch" viewBox="0 0 34 10" width="34" height="10" aria-hidden="true">
      <line
        x1="1"
        x2="33"
        y1="5"
        y2="5"
        stroke={style.color}
        stroke-width={style.width + 0.5}
        stroke-dasharray={style.dash === "none" ? undefined : style.dash}
      />
    </svg>
  );
}
