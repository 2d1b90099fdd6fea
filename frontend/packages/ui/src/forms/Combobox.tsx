import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { ChevronDown } from "lucide-react";
import { cx } from "../cx";
import { Icon } from "../identity/Icon";
import { matching, type ComboboxOption } from "./matching";
import { useFloatRoot, usePopup } from "../overlay/usePopup";
import { ComboboxList } from "./ComboboxList";
import { Field, type FieldBase } from "./Field";
import "../overlay/float.css";
import "./Combobox.css";

export interface ComboboxProps extends FieldBase {
  options: readonly ComboboxOption[];
  value: string | null;
  onChange: (value: string | null, option: ComboboxOption | null) => void;
  /** Given where the server searches: then `options` are shown as they come. */
  onSearch?: ((text: string) => void) | undefined;
  loading?: boolean | undefined;
  placeholder?: string | undefined;
  note?: ReactNode;
}

/** Picks one of many by typing: people, permissions, resources. */
export function Combobox({ options, value, onChange, onSearch, loading, placeholder, ...field }: ComboboxProps) {
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const chosen = useRef<ComboboxOption | null>(null);
  const [text, setText] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const [open, setOpen] = useState(false);
  const root = useFloatRoot(open, input);
  usePopup(open && root !== null, input, list, () => setOpen(false), "stretch");
  const [at, setAt] = useState(0);

  const found = options.find((option) => option.value === value);
  if (found) chosen.current = found;
  else if (value === null || chosen.current?.value !== value) chosen.current = null;
  const selected = chosen.current;
  const shown = onSearch || text === null ? options : matching(options, text);
  // What is still shown of the search before is not what was typed: nobody takes it by accident.
  const searching = onSearch !== undefined && text !== null && loading === true;
  const active = searching ? undefined : shown[Math.min(at, shown.length - 1)];

  const show = () => {
    setOpen(true);
    setAt(
      Math.max(
        0,
        shown.findIndex((option) => option.value === value),
      ),
    );
  };
  const pick = (option: ComboboxOption | null) => {
    chosen.current = option;
    onChange(option?.value ?? null, option);
    setText(null);
    setOpen(false);
  };
  const leave = () => {
    if (text === "" && field.optional) pick(null);
    setText(null);
    setOpen(false);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return show();
      const step = event.key === "ArrowDown" ? 1 : -1;
      setAt((Math.min(at, shown.length - 1) + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === "Enter" && open && (active || searching)) {
      event.preventDefault();
      if (active) pick(active);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      event.stopPropagation();
      setText(null);
      setOpen(false);
    }
  };

  return (
    <Field {...field}>
      {(control) => (
        <span className="px-combobox">
          {text === null && selected?.icon && <span className="px-combobox__icon">{selected.icon}</span>}
          <input
            {...control}
            ref={input}
            className={cx("px-input", text === null && selected?.icon && "px-combobox--with-icon")}
            role="combobox"
            aria-expanded={open}
            aria-controls={open ? listId : undefined}
            aria-autocomplete="list"
            aria-activedescendant={open && active ? `${listId}-${active.value}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={placeholder}
            value={text ?? selected?.label ?? ""}
            onChange={(event) => {
              setText(event.target.value);
              setOpen(true);
              setAt(0);
              onSearch?.(event.target.value);
            }}
            onClick={() => (open ? setOpen(false) : show())}
            onFocus={(event) => event.target.select()}
            onBlur={leave}
            onKeyDown={keys}
          />
          <Icon of={ChevronDown} size={16} className="px-combobox__chevron" />
          {open &&
            root &&
            createPortal(
              <ComboboxList
                ref={list}
                id={listId}
                label={field.label}
                options={shown}
                active={active}
                value={value}
                loading={loading}
                onPick={pick}
              />,
              root,
            )}
        </span>
      )}
    </Field>
  );
}
