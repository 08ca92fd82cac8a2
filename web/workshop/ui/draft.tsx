// A box for typing that keeps what is being typed, whatever else happens on the page meanwhile, and
// hands it over when the reader is done with it.

import type { JSX } from "preact";
import { useState } from "preact/hooks";

type Props = Omit<JSX.HTMLAttributes<HTMLInputElement> & JSX.InputHTMLAttributes<HTMLInputElement>,
  "value" | "onInput" | "onChange" | "onBlur"> & {
  value: string | number;
  done: (text: string) => void; // not called when nothing was typed
};

export function Draft({ value, done, ...rest }: Props) {
  const [typed, set_typed] = useState<string | null>(null);
  const finish = () => {
    if (typed === null) return;
    set_typed(null);
    if (typed !== String(value)) done(typed);
  };
  return (
    <input
      {...rest}
      value={typed ?? value}
      onInput={(e) => set_typed(e.currentTarget.value)}
      onChange={finish}
      onBlur={finish}
    />
  );
}
