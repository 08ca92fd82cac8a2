// A button that keeps the focus when it has nothing to do: a disabled one would lose it, and with
// it the place of whoever reads by keyboard.

import type { JSX } from "preact";

type Props = Omit<JSX.HTMLAttributes<HTMLButtonElement>, "onClick"> & {
  off?: boolean; // presses are ignored
  press: () => void;
};

export function Press({ off = false, press, ...rest }: Props) {
  return (
    <button type="button" {...rest} aria-disabled={off ? "true" : undefined}
      onClick={() => { if (!off) press(); }} />
  );
}
