// A box for typing that keeps what is being typed, whatever else happens on the page meanwhile, and
// hands it over when the reader is done with it. A number outside its range is refused in words.

import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { strings } from "../strings";

type Props = Omit<JSX.HTMLAttributes<HTMLInputElement> & JSX.InputHTMLAttributes<HTMLInputElement>,
  "value" | "onInput" | "onChange" | "onBlur" | "min" | "max"> & {
  value: string | number;
  min?: number;
  max?: number;
  of?: string; // whose number it is: a refusal does not stand under another's
  done: (text: string) => void; // not called when nothing was typed, or what was is refused
};

interface Refused {
  typed: string;
  value: string | number;
  of: string;
}

export function Draft({ value, done, of = "", min = -Infinity, max = Infinity, ...rest }: Props) {
  const [typed, set_typed] = useState<string | null>(null);
  const [last, set_refused] = useState<Refused | null>(null);
  const refused = last?.value === value && last.of === of ? last.typed : null;
  const id = useId();
  const ranged = Number.isFinite(min) && Number.isFinite(max);
  const finish = () => {
    if (typed === null) return;
    set_typed(null);
    if (typed === String(value)) return;
    const number = typed.trim() === "" ? NaN : Number(typed);
    if (ranged && !(number >= min && number <= max)) set_refused({ typed, value, of });
    else done(typed);
  };
  return (
    <>
      <input
        {...rest}
        {...(ranged ? { min, max } : {})}
        aria-describedby={refused === null ? undefined : id}
        value={typed ?? value}
        onInput={(e) => {
          set_typed(e.currentTarget.value);
          set_refused(null);
        }}
        onChange={finish}
        onBlur={finish}
      />
      <span id={id} class="refused" role="status">
        {refused === null ? "" : strings.refused(refused, min, max)}
      </span>
    </>
  );
}
