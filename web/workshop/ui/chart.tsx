// A chart that is drawn at the width it is shown at, one chart at a time, so that the page stays
// free between them; with a cursor for arrow keys and pointers.

import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext, useLayoutEffect, useRef, useState } from "preact/hooks";
import { draw_later } from "./tasks";

/// How much larger than usual charts are shown: for a projector.
export const Zoom = createContext(1);

/// Draws at once, at the width on paper: what was asked to be drawn when a print begins.
export const printing = new Set<() => void>();

export interface Cursor {
  times: number[]; // where it can stand, ascending
  sides: (width: number) => [number, number]; // px left and right of the lines
  read_out: (time: number) => string;
  hint: string;
  name: string;
}

interface Props {
  draw: (width: number) => Element;
  depends: unknown[]; // drawn again when one of these changes
  cursor?: Cursor | undefined;
  over?: (width: number, zoom: number) => ComponentChildren; // something on top, as large as the picture
}

export function Chart({ draw, depends, cursor, over }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const zoom = useContext(Zoom);
  const drawn = (room: number) => {
    const picture = draw(Math.floor(room / zoom));
    if (zoom !== 1) picture.setAttribute("style", "width: 100%; height: auto; overflow: visible");
    return picture;
  };
  const [width, set_width] = useState(0);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry!.contentRect.width);
      set_width((before) => (Math.abs(now - before) > 6 ? now : before));
    });
    observer.observe(host.current!);
    return () => observer.disconnect();
  }, []);
  useLayoutEffect(() => {
    if (width === 0) return;
    const again = () => host.current?.replaceChildren(drawn(width));
    return draw_later(again);
  }, [width, zoom, ...depends]);
  useLayoutEffect(() => {
    const at_once = () => {
      const now = Math.floor(host.current?.clientWidth ?? 0);
      if (now > 0) host.current?.replaceChildren(drawn(now));
    };
    printing.add(at_once);
    return () => void printing.delete(at_once);
  });
  return (
    <div class="with-cursor">
      <div class="chart" ref={host} />
      {over && width > 0 ? over(width, zoom) : null}
      {cursor && width > 0 ? <CursorLine cursor={cursor} width={width} /> : null}
    </div>
  );
}

function CursorLine({ cursor, width }: { cursor: Cursor; width: number }) {
  const [at, set_at] = useState<number | null>(null);
  const { times } = cursor;
  const zoom = useContext(Zoom);
  const [left, right] = cursor.sides(width / zoom).map((px) => px * zoom) as [number, number];
  const room = width - left - right;
  const first = times[0]!;
  const last = times[times.length - 1]!;
  const shown = at === null ? null : times[Math.min(at, times.length - 1)]!;
  const x = (t: number) => left + (last > first ? (t - first) / (last - first) : 0.5) * room;
  const move = (to: number) => set_at(Math.max(0, Math.min(times.length - 1, to)));
  const keys = (event: KeyboardEvent) => {
    const now = at ?? times.length - 1;
    const to: Record<string, number> = {
      ArrowLeft: at === null ? now : now - 1,
      ArrowRight: at === null ? 0 : now + 1,
      PageUp: now + 6,
      PageDown: now - 6,
      Home: 0,
      End: times.length - 1,
    };
    if (event.key === "Escape") set_at(null);
    if (!(event.key in to)) return;
    event.preventDefault();
    move(to[event.key]!);
  };
  const point = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const share = (event.clientX - box.left - left) / Math.max(1, room);
    move(Math.round(share * (times.length - 1)));
  };
  return (
    <>
      <div
        class="cursor"
        role="slider"
        tabIndex={0}
        aria-label={`${cursor.name}. ${cursor.hint}`}
        aria-valuemin={first}
        aria-valuemax={last}
        aria-valuenow={shown ?? last}
        aria-valuetext={cursor.read_out(shown ?? last)}
        onKeyDown={keys}
        onPointerMove={point}
        onPointerDown={point}
        onPointerLeave={() => set_at(null)}
        onBlur={() => set_at(null)}
      >
        {shown === null ? null : <span class="cursor-line" style={{ left: `${x(shown)}px` }} />}
      </div>
      <p class="read-out" aria-hidden="true">
        {shown === null ? "" : cursor.read_out(shown)}
      </p>
    </>
  );
}
