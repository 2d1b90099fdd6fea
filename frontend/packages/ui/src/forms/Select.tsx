import type { ReactNode, Ref, SelectHTMLAttributes } from "react";
import { Field, type FieldBase } from "./Field";
import "./Select.css";

export interface SelectOption {
  value: string;
  label: string;
  disabled?: boolean;
}

export interface SelectProps extends FieldBase, Omit<SelectHTMLAttributes<HTMLSelectElement>, "value" | "onChange"> {
  options: readonly SelectOption[];
  value: string;
  onChange: (value: string) => void;
  /** Shown while nothing is chosen. */
  placeholder?: string | undefined;
  note?: ReactNode;
  ref?: Ref<HTMLSelectElement>;
}

/** The system's own list: right on every phone and for every screen reader. */
export function Select({
  label,
  hideLabel,
  help,
  error,
  optional,
  note,
  options,
  value,
  onChange,
  placeholder,
  className,
  ...rest
}: SelectProps) {
  return (
    <Field {...{ label, hideLabel, help, error, optional, note, className }}>
      {(control) => (
        <span className="px-select">
          <select
            {...rest}
            {...control}
            className="px-input"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          >
            {(placeholder !== undefined || !options.some((option) => option.value === value)) && (
              <option value="">{placeholder ?? ""}</option>
            )}
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
        </span>
      )}
    </Field>
  );
}
