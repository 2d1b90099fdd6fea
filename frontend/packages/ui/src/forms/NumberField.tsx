import { useState, type ReactNode } from "react";
import { useTexts } from "../texts/TextsProvider";
import { parseNumber } from "./numbers";
import { TextField } from "./TextField";
import type { FieldBase } from "./Field";

export interface NumberFieldProps extends FieldBase {
  /** `null` is an empty field, and what is typed and is no number, unless `strict`. */
  value: number | null;
  onChange: (value: number | null) => void;
  /** What is no number comes out as NaN, so that a check can find it. */
  strict?: boolean | undefined;
  integer?: boolean | undefined;
  unit?: string | undefined;
  note?: ReactNode;
  placeholder?: string | undefined;
}

/** Text that must be a number: no wheel changes it by accident. */
export function NumberField({ value, onChange, strict, integer, unit, error, ...rest }: NumberFieldProps) {
  const texts = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? value : parseNumber(typed);
  const wrong =
    typed !== null && (Number.isNaN(parsed) || (integer === true && parsed !== null && !Number.isInteger(parsed)));
  const shown =
    typed !== null && (wrong || Object.is(parsed, value))
      ? typed
      : value === null || Number.isNaN(value)
        ? ""
        : String(value);
  return (
    <TextField
      {...rest}
      value={shown}
      error={wrong ? texts.typeNumber : error}
      inputMode={integer ? "numeric" : "decimal"}
      after={unit}
      autoComplete="off"
      onChange={(text) => {
        setTyped(text);
        const next = parseNumber(text);
        onChange(Number.isNaN(next) && !strict ? null : next);
      }}
      onBlur={() => wrong || setTyped(null)}
    />
  );
}
