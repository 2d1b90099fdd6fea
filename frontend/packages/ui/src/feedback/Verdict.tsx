import type { ReactNode } from "react";
import { Check, Minus, X } from "lucide-react";
import { Icon } from "../identity/Icon";
import "./Verdict.css";

export interface VerdictProps {
  answer: "yes" | "no" | "unknown";
  /** A whole sentence: "No, Marta can’t delete Officine Bianchi." */
  title: ReactNode;
  children?: ReactNode;
  /** What led there, below. */
  trail?: ReactNode;
}

const ICONS = { yes: Check, no: X, unknown: Minus };

/** An answer in one sentence, and what led to it. */
export function Verdict({ answer, title, children, trail }: VerdictProps) {
  return (
    <section className="px-verdict">
      <header className={`px-verdict__head px-verdict__head--${answer}`}>
        <span className="px-verdict__mark">
          <Icon of={ICONS[answer]} size={24} />
        </span>
        <div>
          <h2>{title}</h2>
          {children && <p>{children}</p>}
        </div>
      </header>
      {trail && <div className="px-verdict__trail">{trail}</div>}
    </section>
  );
}
