import { useId } from "react";
import "./ChipGroup.css";

export interface ChipGroupProps<Value extends string> {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChange: (value: Value) => void;
}

/** One of a few filters, in sight at once. */
export function ChipGroup<Value extends string>({ label, options, value, onChange }: ChipGroupProps<Value>) {
  const name = useId();
  return (
    <div className="px-chips" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className="px-chip">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
