import { enterTopLayer, Icon } from "@plexica/ui";
import { Search } from "lucide-react";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import type { KeyboardEvent } from "react";
import { useNavigate } from "react-router";
import { useFormat } from "../i18n/format";
import { useT } from "../i18n/useT";
import { useEntries } from "./useEntries";
import type { Entry } from "./useEntries";
import "./palette.css";

/** Search from anywhere: pages by name, and what plugins find. */
export default function Palette({ onClose }: { onClose(): void }) {
  const t = useT();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const { groups, searching, missing } = useEntries(text);
  const format = useFormat();
  const entries = groups.flatMap((group) => group.entries);
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const current = Math.min(at, Math.max(0, entries.length - 1));

  useLayoutEffect(() => (box.current ? enterTopLayer(box.current) : undefined), []);
  useEffect(() => {
    document.getElementById(`${id}-${current}`)?.scrollIntoView({ block: "nearest" });
  }, [id, current]);

  const open = (entry: Entry | undefined): void => {
    if (!entry) return;
    onClose();
    if (entry.run) entry.run();
    else if (entry.to) void navigate(entry.to);
  };
  const keys = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((current + step + entries.length) % Math.max(1, entries.length));
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(entries[current]);
    }
  };

  let place = -1;
  return (
    <dialog
      ref={box}
      className="sh-palette"
      aria-label={t("search.title")}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => event.target === box.current && onClose()}
    >
      <div className="sh-palette__box">
        <div className="sh-palette__field">
          <Icon of={Search} size={18} />
          <input
            autoFocus
            role="combobox"
            aria-expanded={entries.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={entries.length > 0 ? `${id}-${current}` : undefined}
            aria-label={t("search.title")}
            placeholder={t("search.open")}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={keys}
          />
          <kbd>Esc</kbd>
        </div>
        <div className="sh-palette__list" role="listbox" id={`${id}-list`} aria-label={t("search.results")}>
          {groups.map((group) => (
            <div key={group.id} role="group" aria-label={group.label}>
              <p className="sh-palette__group" aria-hidden="true">
                {group.label}
              </p>
              {group.entries.map((entry) => {
                const own = ++place;
                return (
                  <div
                    key={entry.id}
                    id={`${id}-${own}`}
                    role="option"
                    aria-selected={own === current}
                    className="sh-palette__entry"
                    onPointerMove={() => setAt(own)}
                    onClick={() => open(entry)}
                  >
                    {entry.icon}
                    <span>{entry.label}</span>
                    {entry.detail && <small>{entry.detail}</small>}
                  </div>
                );
              })}
            </div>
          ))}
        </div>
        <p className="sh-palette__state" role="status">
          {searching
            ? t("search.searching")
            : missing.length > 0
              ? t("search.missing", { plugins: format.list(missing) })
              : text && entries.length === 0
                ? t("search.nothing", { text })
                : ""}
        </p>
      </div>
    </dialog>
  );
}
