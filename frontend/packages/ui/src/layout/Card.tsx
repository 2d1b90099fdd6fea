import { useId, type ReactNode } from "react";
import { cx } from "../cx";
import "./Card.css";

export interface CardProps {
  title?: ReactNode;
  /** Beside the title, quieter: "55 open deals". */
  note?: ReactNode;
  /** Before the title, usually an IconTile. */
  icon?: ReactNode;
  /** At the end of the head: a link or a menu. */
  actions?: ReactNode;
  headingLevel?: 2 | 3 | 4;
  /** Content reaches the edges and a line stands below the head: tables and lists. */
  flush?: boolean;
  /** The head on a sunken ground, as above a list of permissions. */
  sunkenHead?: boolean;
  footer?: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** A box with a border; only what floats has a shadow. */
export function Card({
  title,
  note,
  icon,
  actions,
  headingLevel = 2,
  flush = false,
  sunkenHead = false,
  footer,
  className,
  children,
}: CardProps) {
  const titleId = useId();
  const Heading = `h${headingLevel}` as const;
  const named = title !== undefined;
  return (
    <section
      className={cx("px-card", flush && "px-card--flush", className)}
      aria-labelledby={named ? titleId : undefined}
    >
      {named && (
        <header className={cx("px-card__head", sunkenHead && "px-card__head--sunken")}>
          {icon}
          <Heading id={titleId}>{title}</Heading>
          {note && <span className="px-card__note">{note}</span>}
          {actions && <div className="px-card__actions">{actions}</div>}
        </header>
      )}
      <div className="px-card__body">{children}</div>
      {footer && <footer className="px-card__foot">{footer}</footer>}
    </section>
  );
}
