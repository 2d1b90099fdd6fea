import type { InputHTMLAttributes, ReactNode, Ref } from "react";
import { cx } from "../cx";
import { Field, type FieldBase } from "./Field";
import "./TextField.css";

export interface TextFieldProps
  extends FieldBase, Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange" | "prefix" | "size"> {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "email" | "url" | "tel" | "date" | "time" | "datetime-local" | "color";
  /** Keys, slugs, addresses: in the narrow face. */
  mono?: boolean;
  /** Fixed words before or after what is typed: "https://", ".plexica.example". */
  before?: ReactNode;
  after?: ReactNode;
  note?: ReactNode;
  ref?: Ref<HTMLInputElement>;
}

export function TextField({
  label,
  hideLabel,
  help,
  error,
  optional,
  note,
  value,
  onChange,
  mono,
  before,
  after,
  type = "text",
  className,
  ...rest
}: TextFieldProps) {
  return (
    <Field {...{ label, hideLabel, help, error, optional, note, className }}>
      {(control) => {
        const input = (
          <input
            {...rest}
            {...control}
            type={type}
            className={cx("px-input", mono && "px-input--mono")}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        );
        if (!before && !after) return input;
        return (
          <span className="px-affixed">
            {before && <span>{before}</span>}
            {input}
            {after && <span>{after}</span>}
          </span>
        );
      }}
    </Field>
  );
}
