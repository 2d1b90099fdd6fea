import { useEffect, useId, useRef, type ReactNode } from "react";
import "./Checkbox.css";

export interface CheckboxProps {
  label: ReactNode;
  help?: ReactNode;
  checked: boolean;
  /** Some, not all, of what it stands for. */
  indeterminate?: boolean;
  onChange: (checked: boolean) => void;
  /** Why it cannot be changed. */
  disabledReason?: string | undefined;
  error?: string | null | undefined;
  /** Said, not shown: in the first column of a table. */
  hideLabel?: boolean;
}

export function Checkbox({
  label,
  help,
  checked,
  indeterminate = false,
  onChange,
  disabledReason,
  error,
  hideLabel,
}: CheckboxProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  const words = disabledReason ?? error ?? help;
  return (
    <div className="px-check">
      <input
        ref={input}
        id={id}
        type="checkbox"
        checked={checked}
        aria-disabled={disabledReason ? true : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={words ? `${id}-help` : undefined}
        onChange={(event) => disabledReason || onChange(event.target.checked)}
      />
      <div className={hideLabel ? "px-hidden" : undefined}>
        <label htmlFor={id}>{label}</label>
        {words && (
          <div className={error ? "px-check__help px-check__help--wrong" : "px-check__help"} id={`${id}-help`}>
            {words}
          </div>
        )}
      </div>
    </div>
  );
}
