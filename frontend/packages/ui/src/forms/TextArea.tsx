import type { ReactNode, Ref, TextareaHTMLAttributes } from "react";
import { cx } from "../cx";
import { Field, type FieldBase } from "./Field";

export interface TextAreaProps
  extends FieldBase, Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "value" | "onChange"> {
  value: string;
  onChange: (value: string) => void;
  mono?: boolean | undefined;
  note?: ReactNode;
  ref?: Ref<HTMLTextAreaElement>;
}

export function TextArea({
  label,
  hideLabel,
  help,
  error,
  optional,
  note,
  value,
  onChange,
  mono,
  rows = 4,
  className,
  ...rest
}: TextAreaProps) {
  return (
    <Field {...{ label, hideLabel, help, error, optional, note, className }}>
      {(control) => (
        <textarea
          {...rest}
          {...control}
          rows={rows}
          spellCheck={!mono}
          className={cx("px-input", mono && "px-input--mono")}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
