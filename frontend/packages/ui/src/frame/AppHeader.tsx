import type { ReactNode } from "react";
import { Search } from "lucide-react";
import { KeyCap } from "../data/Key";
import { Icon } from "../identity/Icon";
import { Breadcrumbs } from "../layout/Breadcrumbs";
import { useCrumbs } from "./title";
import "./AppHeader.css";

export interface AppHeaderProps {
  /** Before where one is: the way to the menu. */
  start?: ReactNode;
  /** Instead of the way to where one is, for which a phone has no room. */
  where?: ReactNode;
  /** At the end: search, news, who is signed in. */
  children: ReactNode;
}

/** Where one is, and what is at hand everywhere. */
export function AppHeader({ start, where, children }: AppHeaderProps) {
  const crumbs = useCrumbs();
  return (
    <header className="px-header">
      {start}
      <div className="px-header__where">
        {where || (crumbs.length > 1 ? <Breadcrumbs items={crumbs} /> : <b>{crumbs[0]?.label}</b>)}
      </div>
      <div className="px-header__own">{children}</div>
    </header>
  );
}

export interface FindButtonProps {
  text: string;
  keys: string;
  onClick: () => void;
}

/** Looks like a field and opens where one types. */
export function FindButton({ text, keys, onClick }: FindButtonProps) {
  return (
    <button type="button" className="px-find" onClick={onClick} aria-keyshortcuts="Control+K Meta+K">
      <Icon of={Search} size={16} />
      <span>{text}</span>
      <KeyCap>{keys}</KeyCap>
    </button>
  );
}
