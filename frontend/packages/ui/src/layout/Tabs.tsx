import { useEffect, useRef, type KeyboardEvent, type ReactNode } from "react";
import { Link } from "../links/Link";
import "./Tabs.css";

export interface Tab {
  id: string;
  label: string;
  count?: number | undefined;
  /** Given where the tab is in the address: then the tabs are links. */
  to?: string | undefined;
}

export interface TabsProps {
  /** Names the tabs for a screen reader, and their panels: `TabPanel` takes the same. */
  id: string;
  label: string;
  items: readonly Tab[];
  selected: string;
  onSelect?: ((id: string) => void) | undefined;
}

/** Arrow keys go from tab to tab; tabs that are links stay links. */
export function Tabs({ id, label, items, selected, onSelect }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const linked = items.some((item) => item.to !== undefined);

  useEffect(() => {
    const box = list.current;
    const tab = box?.querySelector<HTMLElement>("[aria-selected=true], [aria-current]");
    if (box && tab) box.scrollLeft = tab.offsetLeft - box.offsetLeft - (box.clientWidth - tab.clientWidth) / 2;
  }, [selected]);

  const move = (event: KeyboardEvent) => {
    const tabs = [...(list.current?.querySelectorAll<HTMLElement>(".px-tab") ?? [])];
    const at = tabs.indexOf(document.activeElement as HTMLElement);
    const next = target(event.key, at, tabs.length);
    if (next === null || at < 0) return;
    event.preventDefault();
    tabs[next]?.focus();
    const item = items[next];
    if (item && !linked) onSelect?.(item.id);
  };

  const face = (item: Tab): ReactNode => (
    <>
      {item.label}
      {item.count !== undefined && <span className="px-tab__count">{item.count}</span>}
    </>
  );

  if (linked) {
    return (
      <nav aria-label={label}>
        <div className="px-tabs" ref={list} onKeyDown={move}>
          {items.map((item) => (
            <Link
              key={item.id}
              look="none"
              className="px-tab"
              to={item.to ?? ""}
              aria-current={item.id === selected ? "page" : undefined}
            >
              {face(item)}
            </Link>
          ))}
        </div>
      </nav>
    );
  }
  return (
    <div className="px-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role="tab"
          className="px-tab"
          id={`${id}-tab-${item.id}`}
          aria-controls={`${id}-panel-${item.id}`}
          aria-selected={item.id === selected}
          tabIndex={item.id === selected ? 0 : -1}
          onClick={() => onSelect?.(item.id)}
        >
          {face(item)}
        </button>
      ))}
    </div>
  );
}

export function TabPanel({ tabs, id, children }: { tabs: string; id: string; children: ReactNode }) {
  return (
    <div role="tabpanel" id={`${tabs}-panel-${id}`} aria-labelledby={`${tabs}-tab-${id}`} tabIndex={-1}>
      {children}
    </div>
  );
}

function target(key: string, at: number, count: number): number | null {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
