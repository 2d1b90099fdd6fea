import { useEffect, useId, useRef, type ReactNode } from "react";
import { X } from "lucide-react";
import { IconButton } from "../actions/IconButton";
import { useMediaQuery } from "../hooks/useMediaQuery";
import { useTexts } from "../texts/TextsProvider";
import { useReturnFocus } from "./useReturnFocus";
import "./SidePanel.css";

export interface SidePanelProps {
  title: string;
  description?: ReactNode;
  onClose: () => void;
  /** At the foot: what can be done with what is shown. */
  actions?: ReactNode;
  children: ReactNode;
}

/** Beside the page, which stays in use. Put it into a `SplitPage`. Esc closes it. */
export function SidePanel({ title, description, onClose, actions, children }: SidePanelProps) {
  const id = useId();
  const texts = useTexts();
  const panel = useRef<HTMLElement>(null);
  const covers = useMediaQuery("(max-width: 1023px)");
  useReturnFocus();
  useEffect(() => {
    if (covers) panel.current?.focus();
  }, [covers]);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className="px-panel"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="px-panel__head">
        <div>
          <h2 id={id}>{title}</h2>
          {description && <p>{description}</p>}
        </div>
        <IconButton icon={X} label={texts.close} onClick={onClose} />
      </header>
      <div className="px-panel__body">{children}</div>
      {actions && <footer className="px-panel__actions">{actions}</footer>}
    </aside>
  );
}
