import { useRef, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { Check } from "lucide-react";
import { cx } from "../cx";
import { Icon } from "../identity/Icon";
import { Link } from "../links/Link";
import { typeahead, type MenuEntry, type MenuItem } from "./entries";

interface MenuListProps {
  ref: Ref<HTMLDivElement>;
  id: string;
  label: string;
  items: readonly MenuEntry[];
  head: ReactNode;
  close: (returnFocus: boolean) => void;
}

export function MenuList({ ref, id, label, items, head, close }: MenuListProps) {
  const typed = useRef({ text: "", at: 0 });

  const keys = (event: KeyboardEvent<HTMLDivElement>) => {
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>("[role^=menuitem]")];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape" || event.key === "Tab") {
      if (event.key === "Escape") event.preventDefault();
      event.stopPropagation();
      return close(true);
    }
    let next: number | null = null;
    if (event.key === "ArrowDown") next = (at + 1) % entries.length;
    else if (event.key === "ArrowUp") next = (at - 1 + entries.length) % entries.length;
    else if (event.key === "Home") next = 0;
    else if (event.key === "End") next = entries.length - 1;
    else if (event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey) {
      const fresh = event.timeStamp - typed.current.at > 700;
      typed.current = { text: (fresh ? "" : typed.current.text) + event.key, at: event.timeStamp };
      next = typeahead(
        entries.map((one) => one.dataset.label ?? ""),
        typed.current.text,
        at,
      );
    }
    if (next === null) return;
    event.preventDefault();
    entries[next]?.focus();
  };
  return (
    <div ref={ref} id={id} className="px-menu px-float" role="presentation" onKeyDown={keys}>
      {head && <div className="px-menu__head">{head}</div>}
      <div role="menu" aria-label={label}>
        {items.map((item, at) =>
          item === "line" ? <hr key={`line-${at}`} /> : <Entry key={item.id} item={item} close={close} />,
        )}
      </div>
    </div>
  );
}

function Entry({ item, close }: { item: MenuItem; close: (returnFocus: boolean) => void }) {
  const note = item.disabledReason ?? item.note;
  const face = (
    <>
      {item.icon ? <Icon of={item.icon} size={16} /> : null}
      <span className="px-menu__words">
        {item.label}
        {note && <small>{note}</small>}
      </span>
      {item.checked && <Icon of={Check} size={16} />}
    </>
  );
  const shared = {
    role: item.checked === undefined ? "menuitem" : "menuitemradio",
    "aria-checked": item.checked,
    tabIndex: -1,
    "data-label": item.label,
    className: cx("px-menu__item", item.danger && "px-menu__item--danger"),
  };
  if (item.to !== undefined && !item.disabledReason) {
    return (
      <Link look="none" to={item.to} {...shared} onClick={() => close(false)}>
        {face}
      </Link>
    );
  }
  return (
    <button
      type="button"
      {...shared}
      aria-disabled={item.disabledReason ? true : undefined}
      onClick={() => {
        if (item.disabledReason) return;
        close(true);
        item.onSelect?.();
      }}
    >
      {face}
    </button>
  );
}
