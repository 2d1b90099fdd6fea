import type { Ref } from "react";
import { cx } from "../cx";
import { useTexts } from "../texts/TextsProvider";
import type { ComboboxOption } from "./matching";

interface ComboboxListProps {
  ref: Ref<HTMLUListElement>;
  id: string;
  label: string;
  options: readonly ComboboxOption[];
  active: ComboboxOption | undefined;
  value: string | null;
  loading: boolean | undefined;
  onPick: (option: ComboboxOption) => void;
}

/** What a combobox offers, below it and above everything else. */
export function ComboboxList({ ref, id, label, options, active, value, loading, onPick }: ComboboxListProps) {
  const texts = useTexts();
  return (
    <ul ref={ref} className="px-listbox px-float" id={id} role="listbox" aria-label={label}>
      {options.map((option) => (
        <li
          key={option.value}
          id={`${id}-${option.value}`}
          role="option"
          aria-selected={option.value === value}
          className={cx("px-option", option === active && "px-option--active")}
          ref={(item) => {
            if (option === active) item?.scrollIntoView?.({ block: "nearest" });
          }}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(option)}
        >
          {option.icon}
          <span className="px-option__words">
            {option.label}
            {option.description && <small>{option.description}</small>}
          </span>
        </li>
      ))}
      {options.length === 0 && (
        <li className="px-option px-option--none" role="option" aria-selected={false} aria-disabled="true">
          {loading ? texts.loading : texts.nothingFound}
        </li>
      )}
    </ul>
  );
}
