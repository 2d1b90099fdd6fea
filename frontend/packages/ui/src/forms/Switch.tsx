import { useId, type ReactNode } from "react";
import { cx } from "../cx";
import "./Switch.css";

export interface SwitchProps {
  label: ReactNode;
  help?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** Words first, the switch at the end of the line: in settings. */
  spread?: boolean;
  hideLabel?: boolean;
  disabledReason?: string | undefined;
}

/** Acts at once; what waits for Save is a checkbox. */
export function Switch({ label, help, checked, onChange, spread, hideLabel, disabledReason }: SwitchProps) {
  const id = useId();
  const words = disabledReason ?? help;
  return (
    <div className={cx("px-switch", spread && "px-switch--spread")}>
      <button
        type="button"
        role="switch"
        aria-checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={words ? `${id}-help` : undefined}
        aria-disabled={disabledReason ? true : undefined}
        onClick={() => disabledReason || onChange(!checked)}
      >
        <span className="px-switch__knob" />
      </button>
      <div className={hideLabel ? "px-hidden" : "px-switch__words"}>
        <span id={`${id}-label`} onClick={() => disabledReason || onChange(!checked)}>
          {label}
        </span>
        {words && (
          <div className="px-switch__help" id={`${id}-help`}>
            {words}
          </div>
        )}
      </div>
    </div>
  );
}
