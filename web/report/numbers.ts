// Numbers as readers see them. A true minus sign, and a dash where nothing is defined.

import type { Maybe, Outcome } from "./data";
import { strings } from "./strings";

type Sign = "auto" | "exceptZero";

const formats = new Map<string, Intl.NumberFormat>(); // making one takes longer than using it

function format(digits: number, sign: Sign): Intl.NumberFormat {
  const key = `${digits} ${sign}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.NumberFormat(strings.locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: sign,
    });
    formats.set(key, found);
  }
  return found;
}

function fixed(value: number, digits: number, sign: Sign): string {
  const rounds_to_zero = Math.abs(value) < 0.5 * 10 ** -digits; // never print -0.00
  return format(digits, sign).format(rounds_to_zero ? 0 : value).replace("-", "\u2212");
}

const defined = (value: Maybe | undefined): value is number =>
  value !== null && value !== undefined && Number.isFinite(value);

/// A level of an outcome, with the outcome's decimals.
export function level(value: Maybe | undefined, outcome: Outcome): string {
  if (!defined(value)) return strings.none;
  return fixed(value, outcome.digits, "auto") + (outcome.unit === "%" ? "%" : "");
}

/// A difference: always signed, with one decimal more than the level, because effects are small;
/// percentage points have enough with the same.
export function difference(value: Maybe | undefined, outcome: Outcome): string {
  const digits = outcome.unit === "%" ? outcome.digits : outcome.digits + 1;
  return defined(value) ? fixed(value, digits, "exceptZero") : strings.none;
}

/// A whole or short number, e.g. 1,200 or 2.5.
export function plain(value: Maybe | undefined): string {
  if (!defined(value)) return strings.none;
  return value.toLocaleString(strings.locale, { maximumFractionDigits: 3 }).replace("-", "\u2212");
}

/// An amount with two significant digits, whole from 100 on: 0.30, 1.5, 1,240.
export function short(value: Maybe | undefined): string {
  if (!defined(value)) return strings.none;
  const options =
    Math.abs(value) >= 100
      ? { maximumFractionDigits: 0 }
      : { minimumSignificantDigits: 2, maximumSignificantDigits: 2 };
  return value.toLocaleString(strings.locale, options).replace("-", "\u2212");
}

/// A sentence with true minus signs.
export function signed(text: string): string {
  return text.replace(/(^|[\s(])-(?=\d)/g, "$1\u2212");
}

/// A parameter: as many digits as it has, without grouping, so that it can be typed again.
export function exact(value: number | boolean | string): string {
  return typeof value === "number" ? String(Number(value.toPrecision(7))) : String(value);
}

/// The unit as words after a label; nothing for a pure number.
export function unit(text: string): string {
  return text === "" || text === "1" ? "" : text;
}
