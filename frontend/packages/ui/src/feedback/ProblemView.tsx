import type { ReactNode } from "react";
import { Copy, RotateCcw, TriangleAlert } from "lucide-react";
import { Button } from "../actions/Button";
import { Key } from "../data/Key";
import { useCopy } from "../hooks/useCopy";
import { Icon } from "../identity/Icon";
import { useTexts } from "../texts/TextsProvider";
import "./ProblemView.css";

export interface ProblemLike {
  title?: string | undefined;
  detail?: string | undefined;
  code?: string | undefined;
  traceId?: string | undefined;
}

export interface ProblemViewProps {
  /** A problem of the platform, or anything with a title and a detail. */
  problem: ProblemLike;
  onRetry?: (() => void) | undefined;
  /** Further ways on. */
  actions?: ReactNode;
}

/** An error where it happened: what, why, what now, and what to tell support. */
export function ProblemView({ problem, onRetry, actions }: ProblemViewProps) {
  const texts = useTexts();
  const { copied, copy } = useCopy();
  const trace = [problem.code, problem.traceId].filter(Boolean).join(" · ");
  return (
    <div className="px-problem" role="alert">
      <Icon of={TriangleAlert} size={18} />
      <div className="px-problem__words">
        <p className="px-problem__title">{problem.title ?? texts.problem}</p>
        {problem.detail && <p>{problem.detail}</p>}
        {(onRetry || actions) && (
          <div className="px-problem__actions">
            {onRetry && (
              <Button size="small" icon={RotateCcw} onClick={onRetry}>
                {texts.tryAgain}
              </Button>
            )}
            {actions}
          </div>
        )}
        {trace && (
          <p className="px-problem__trace">
            {texts.forSupport} <Key>{trace}</Key>
            <button type="button" onClick={() => copy(trace)}>
              <Icon of={Copy} size={14} />
              {copied ? texts.copied : texts.copy}
            </button>
          </p>
        )}
      </div>
    </div>
  );
}
