import { useEffect, useRef, useState } from "react";
import { Search, X } from "lucide-react";
import { IconButton } from "../actions/IconButton";
import { useHotkey } from "../hooks/useHotkey";
import { Icon } from "../identity/Icon";
import { useTexts } from "../texts/TextsProvider";
import "./SearchField.css";

export interface SearchFieldProps {
  /** What is searched: "Search plugins". Also the placeholder. */
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Milliseconds of quiet before `onChange`: for what asks a server. */
  delay?: number;
  /** The key that comes here; "/" unless told otherwise, `null` for none. */
  hotkey?: string | null;
}

/** Filters what is below it. Esc empties it. */
export function SearchField({ label, value, onChange, delay = 0, hotkey = "/" }: SearchFieldProps) {
  const texts = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      latest.current(text);
    }, delay);
    return () => clearTimeout(timer);
  }, [text, delay]);
  useHotkey(hotkey ?? "/", () => input.current?.focus(), hotkey !== null);
  return (
    <span className="px-search" role="search">
      <Icon of={Search} size={16} />
      <input
        ref={input}
        className="px-input"
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || text === "") return;
          event.preventDefault();
          event.stopPropagation();
          setText("");
        }}
      />
      {text !== "" && (
        <IconButton
          icon={X}
          label={texts.clear}
          size="small"
          onClick={() => {
            setText("");
            input.current?.focus();
          }}
        />
      )}
    </span>
  );
}
