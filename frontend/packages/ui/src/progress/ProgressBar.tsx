import { useEffect, useRef } from "react";
import { useAnnounce } from "../feedback/Announcer";
import { useTexts } from "../texts/TextsProvider";
import "./ProgressBar.css";

export interface ProgressBarProps {
  label: string;
  /** 0 to 100; left out while nobody knows. */
  value?: number | undefined;
  /** Below it: "Step 3 of 7", and at the end how long it has taken. */
  note?: string | undefined;
  aside?: string | undefined;
  /** In a table's row: thin, and the label above it. */
  small?: boolean;
  /** Said by a screen reader at the start, each quarter and the end. */
  announced?: boolean;
}

export function ProgressBar({ label, value, note, aside, small, announced }: ProgressBarProps) {
  const texts = useTexts();
  const announce = useAnnounce();
  const said = useRef(-1);
  const known = value === undefined ? undefined : Math.min(100, Math.max(0, value));
  useEffect(() => {
    const quarter = known === undefined ? 0 : Math.floor(known / 25);
    if (!announced || quarter <= said.current) return;
    said.current = quarter;
    announce(`${label}: ${texts.percentDone(quarter * 25)}`);
  }, [announce, announced, known, label, texts]);
  return (
    <div className={small ? "px-progress px-progress--small" : "px-progress"}>
      {small && (
        <div className="px-progress__line px-progress__line--above">
          <span>{label}</span>
          <span>{note}</span>
        </div>
      )}
      <div
        className={known === undefined ? "px-progress__track px-progress__track--unknown" : "px-progress__track"}
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={known === undefined ? undefined : Math.round(known)}
        aria-valuetext={note}
      >
        <div className="px-progress__bar" style={known === undefined ? undefined : { width: `${known}%` }} />
      </div>
      {!small && (note || aside) && (
        <div className="px-progress__line">
          <span>{note}</span>
          <span>{aside}</span>
        </div>
      )}
    </div>
  );
}
