import { useId, type ReactNode } from "react";
import { cx } from "../cx";
import "./RadioGroup.css";

export interface RadioOption<Value extends string> {
  value: Value;
  label: ReactNode;
  help?: ReactNode;
  /** Shown below the option while it is the chosen one. */
  children?: ReactNode;
  disabledReason?: string | undefined;
}

export interface RadioGroupProps<Value extends string> {
  label: string;
  hideLabel?: boolean;
  options: readonly RadioOption<Value>[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** Each option in a box of its own: for a choice with consequences. */
  boxed?: boolean;
  error?: string | null | undefined;
}

export function RadioGroup<Value extends string>({
  label,
  hideLabel,
  options,
  value,
  onChange,
  boxed,
  error,
}: RadioGroupProps<Value>) {
  const id = useId();
  return (
    <fieldset
      className={cx("px-radios", boxed && "px-radios--boxed")}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className={hideLabel ? "px-hidden" : undefined}>{label}</legend>
      {options.map((option, at) => {
        const words = option.disabledReason ?? option.help;
        return (
          <div key={option.value} className="px-radio">
            <input
              id={`${id}-${at}`}
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabledReason !== undefined}
              aria-describedby={words ? `${id}-${at}-help` : undefined}
              onChange={() => onChange(option.value)}
            />
            <div className="px-radio__words">
              <label htmlFor={`${id}-${at}`}>{option.label}</label>
              {words && (
                <div className="px-radio__help" id={`${id}-${at}-help`}>
                  {words}
                </div>
              )}
              {option.value === value && option.children && <div className="px-radio__more">{option.children}</div>}
            </div>
          </div>
        );
      })}
      {error && (
        <p className="px-field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
