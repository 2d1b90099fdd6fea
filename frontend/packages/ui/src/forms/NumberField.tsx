import { useState, type ReactNode } from "react";
import { useTexts } from "../texts/TextsProvider";
import { parseNumber } from "./numbers";
import { TextField } from "./TextField";
import type { FieldBase } from "./Field";

export interface NumberFieldProps extends FieldBase {
  /** `null` is an empty field; what is typed and is no number never comes out. */
  value: number | null;
  onChange: (value: number | null) => void;
  integer?: boolean | undefined;
  unit?: string | undefined;
  note?: ReactNode;
  placeholder?: string | undefined;
}

/** Text that must be a number: no wheel changes it by accident. */
export function NumberField({ value, onChange, integer, unit, error, ...rest }: NumberFieldProps) {
  const texts = useTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const parsed = typed === null ? value : parseNumber(typed);
  const wrong =
    typed !== null && (Number.isNaN(parsed) || (integer === true && parsed !== null && !Number.isInteger(parsed)));
  const shown = typed !== null && (wrong || parsed === value) ? typed : value === null ? "" : String(value);
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
        onChange(Number.isNaN(next) ? null : next);
      }}
      onBlur={() => wrong || setTyped(null)}
    />
  );
}
