// A transparent sheet over a picture, on which a line is drawn.

import { useRef } from "preact/hooks";

interface Props {
  levels: (number | null)[] | null; // drawn so far: a stroke goes on from there
  ticks: number;
  y: [number, number];
  sides: [number, number]; // px
  top: number; // px
  bottom: number; // px
  drawn: (levels: (number | null)[]) => void;
}

export function DrawSurface({ levels: before, ticks, y, sides, top, bottom, drawn }: Props) {
  const levels = useRef<(number | null)[]>([]);
  const last = useRef<{ k: number; value: number } | null>(null);
  const place = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const across = (event.clientX - box.left - sides[0]) / Math.max(1, box.width - sides[0] - sides[1]);
    const down = (event.clientY - box.top - top) / Math.max(1, box.height - top - bottom);
    return {
      k: Math.round(Math.max(0, Math.min(1, across)) * (ticks - 1)),
      value: y[1] - Math.max(0, Math.min(1, down)) * (y[1] - y[0]),
    };
  };
  const begin = (event: PointerEvent) => {
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    levels.current = before ? [...before] : Array<number | null>(ticks).fill(null);
    const at = place(event);
    levels.current[at.k] = at.value;
    last.current = at;
    drawn([...levels.current]);
  };
  const move = (event: PointerEvent) => {
    const from = last.current;
    if (!from) return;
    const at = place(event);
    const step = at.k >= from.k ? 1 : -1;
    for (let k = from.k; k !== at.k + step; k += step) {
      const share = at.k === from.k ? 1 : (k - from.k) / (at.k - from.k);
      levels.current[k] = from.value + (at.value - from.value) * share;
    }
    last.current = at;
    drawn([...levels.current]);
  };
  const end = () => {
    last.current = null;
  };
  return (
    <div class="draw" aria-hidden="true" onPointerDown={begin} onPointerMove={move}
      onPointerUp={end} onPointerCancel={end} />
  );
}
