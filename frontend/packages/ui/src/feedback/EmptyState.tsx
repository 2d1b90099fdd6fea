import type { ReactNode } from "react";
import { Icon, type IconType } from "../identity/Icon";
import "./EmptyState.css";

export interface EmptyStateProps {
  icon?: IconType | undefined;
  title: ReactNode;
  text?: ReactNode;
  /** The way on: every empty state has one, where there is one. */
  action?: ReactNode;
}

export function EmptyState({ icon, title, text, action }: EmptyStateProps) {
  return (
    <div className="px-empty">
      {icon && (
        <span className="px-empty__icon">
          <Icon of={icon} size={22} />
        </span>
      )}
      <p className="px-empty__title">{title}</p>
      {text && <p className="px-empty__text">{text}</p>}
      {action && <div className="px-empty__action">{action}</div>}
    </div>
  );
}
