import { Check } from "lucide-react";
import { cx } from "../cx";
import { Icon } from "../identity/Icon";
import { Link } from "../links/Link";
import { useTexts } from "../texts/TextsProvider";
import { VisuallyHidden } from "../layout/VisuallyHidden";
import "./Steps.css";

export interface Step {
  id: string;
  title: string;
  /** "4 new permissions", "About 10 seconds". */
  note?: string | undefined;
  /** Where a step that is done can be looked at again. */
  to?: string | undefined;
  onSelect?: (() => void) | undefined;
}

export interface StepsProps {
  label: string;
  items: readonly Step[];
  current: string;
  /** All is done: no step is the current one. */
  finished?: boolean;
}

/** Where one is in a wizard. On a phone one line says it. */
export function Steps({ label, items, current, finished }: StepsProps) {
  const texts = useTexts();
  const at = finished ? items.length : items.findIndex((item) => item.id === current);
  return (
    <nav aria-label={label} className="px-steps">
      <p className="px-steps__short">
        {texts.stepOf(Math.min(at + 1, items.length), items.length)}:{" "}
        <b>{items[Math.min(at, items.length - 1)]?.title}</b>
      </p>
      <ol>
        {items.map((item, place) => {
          const state = place < at ? "done" : place === at ? "current" : "todo";
          return (
            <li
              key={item.id}
              className={cx("px-step", `px-step--${state}`)}
              aria-current={state === "current" ? "step" : undefined}
            >
              <span className="px-step__mark" aria-hidden="true">
                {state === "done" ? <Icon of={Check} size={14} /> : place + 1}
              </span>
              <span className="px-step__words">
                <Title item={item} reachable={state === "done" && !finished} />
                <VisuallyHidden>, {texts.stepState[state]}</VisuallyHidden>
                {item.note && <small>{item.note}</small>}
              </span>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Title({ item, reachable }: { item: Step; reachable: boolean }) {
  if (reachable && item.to !== undefined) {
    return (
      <Link look="plain" to={item.to} className="px-step__title">
        {item.title}
      </Link>
    );
  }
  if (reachable && item.onSelect) {
    return (
      <button type="button" className="px-step__title" onClick={item.onSelect}>
        {item.title}
      </button>
    );
  }
  return <span className="px-step__title">{item.title}</span>;
}
