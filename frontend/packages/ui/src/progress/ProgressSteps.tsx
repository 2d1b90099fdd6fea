import type { ReactNode } from "react";
import { CircleCheck, CircleMinus, CircleX, RotateCcw } from "lucide-react";
import { cx } from "../cx";
import { Spinner } from "../feedback/Spinner";
import { Icon } from "../identity/Icon";
import { useTexts } from "../texts/TextsProvider";
import { VisuallyHidden } from "../layout/VisuallyHidden";
import "./ProgressSteps.css";

export type ProgressState = "waiting" | "running" | "done" | "failed" | "skipped" | "undone";

export interface ProgressStep {
  id: string;
  title: ReactNode;
  state: ProgressState;
  detail?: ReactNode;
  /** At the end of the line: how long it took. */
  aside?: ReactNode;
  /** More of it below: sources of a grant, conditions. */
  children?: ReactNode;
}

/** The named steps of long work, or the gates that a decision went through. */
export function ProgressSteps({ label, items }: { label: string; items: readonly ProgressStep[] }) {
  const texts = useTexts();
  return (
    <ol className="px-progress-steps" aria-label={label}>
      {items.map((item) => (
        <li key={item.id} className={cx("px-progress-step", `px-progress-step--${item.state}`)}>
          <span className="px-progress-step__mark">
            <Mark state={item.state} />
          </span>
          <div className="px-progress-step__body">
            <div className="px-progress-step__line">
              <span className="px-progress-step__title">{item.title}</span>
              <VisuallyHidden>, {texts.stepState[item.state === "undone" ? "skipped" : item.state]}</VisuallyHidden>
              {item.aside && <span className="px-progress-step__aside">{item.aside}</span>}
            </div>
            {item.detail && <div className="px-progress-step__detail">{item.detail}</div>}
            {item.children && <div className="px-progress-step__more">{item.children}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Mark({ state }: { state: ProgressState }) {
  switch (state) {
    case "done":
      return <Icon of={CircleCheck} size={20} />;
    case "failed":
      return <Icon of={CircleX} size={20} />;
    case "skipped":
      return <Icon of={CircleMinus} size={20} />;
    case "undone":
      return <Icon of={RotateCcw} size={18} />;
    case "running":
      return <Spinner size={20} />;
    case "waiting":
      return <span className="px-progress-step__dot" />;
  }
}
