import { useId, type ReactNode } from "react";
import { CircleAlert } from "lucide-react";
import { cx } from "../cx";
import { Icon } from "../identity/Icon";
import { useTexts } from "../texts/TextsProvider";
import { VisuallyHidden } from "../layout/VisuallyHidden";
import "./Field.css";

export interface FieldBase {
  label: string;
  /** Said by a screen reader only, where the place makes it plain to the eye. */
  hideLabel?: boolean | undefined;
  help?: ReactNode;
  /** What is wrong, in words, and what to do. */
  error?: string | null | undefined;
  /** Fields are needed unless they say this. */
  optional?: boolean | undefined;
}

/** What the control inside a field must carry. */
export interface FieldControl {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
}

export interface FieldProps extends FieldBase {
  /** After the label: where an inherited value comes from. */
  note?: ReactNode;
  className?: string | undefined;
  children: (control: FieldControl) => ReactNode;
}

/** Label above, help below, the error beside it in words. */
export function Field({ label, hideLabel, help, error, optional, note, className, children }: FieldProps) {
  const id = useId();
  const texts = useTexts();
  const described = cx(error && `${id}-error`, help && `${id}-help`) || undefined;
  const words = (
    <>
      {label}
      {optional && <span className="px-field__optional"> {texts.optional}</span>}
    </>
  );
  return (
    <div className={cx("px-field", error && "px-field--wrong", className)}>
      {(!hideLabel || note) && (
        <div className="px-field__head">
          <label htmlFor={id}>{words}</label>
          {note && <span className="px-field__note">{note}</span>}
        </div>
      )}
      {hideLabel && !note && (
        <VisuallyHidden>
          <label htmlFor={id}>{words}</label>
        </VisuallyHidden>
      )}
      {children({
        id,
        "aria-describedby": described,
        "aria-invalid": error ? true : undefined,
        "aria-required": optional || hideLabel ? undefined : true,
      })}
      {error && (
        <p className="px-field__error" id={`${id}-error`}>
          <Icon of={CircleAlert} size={14} />
          {error}
        </p>
      )}
      {help && (
        <div className="px-field__help" id={`${id}-help`}>
          {help}
        </div>
      )}
    </div>
  );
}
