import type { ReactNode } from "react";
import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { Icon } from "../identity/Icon";
import "./Notes.css";

export type Severity = "INFO" | "SUCCESS" | "WARNING" | "ERROR";

const SIGNS = { INFO: Info, SUCCESS: CircleCheck, WARNING: TriangleAlert, ERROR: CircleAlert };

export interface NotesProps {
  title: string;
  /** At the end of the head: mark all as read. */
  action?: ReactNode;
  children: ReactNode;
}

/** What people are told, in a popover. A note in it has the classes `px-note` and `px-note__words`. */
export function Notes({ title, action, children }: NotesProps) {
  return (
    <div className="px-notes">
      <header className="px-notes__head">
        <h2>{title}</h2>
        {action}
      </header>
      {children}
    </div>
  );
}

/** What kind of news it is. */
export function NoteSign({ severity }: { severity: Severity }) {
  return (
    <span className={`px-note__sign px-note__sign--${severity.toLowerCase()}`}>
      <Icon of={SIGNS[severity] ?? Info} size={16} />
    </span>
  );
}
