import type { ReactNode } from "react";
import { useTexts } from "../texts/TextsProvider";
import { VisuallyHidden } from "../layout/VisuallyHidden";
import { StillWaiting } from "./StillWaiting";
import { useWaiting } from "./useWaiting";
import "./Skeleton.css";

export interface LoadingProps {
  /** Skeletons in the shape of what comes. They take their room at once and are seen after 200 ms. */
  children: ReactNode;
  onRetry?: (() => void) | undefined;
}

export function Loading({ children, onRetry }: LoadingProps) {
  const phase = useWaiting(true);
  const texts = useTexts();
  return (
    <div aria-busy="true" className={phase === "quiet" ? "px-skeleton-quiet" : undefined}>
      {phase !== "quiet" && <VisuallyHidden>{texts.loading}</VisuallyHidden>}
      {phase === "long" && <StillWaiting onRetry={onRetry} />}
      <div aria-hidden="true">{children}</div>
    </div>
  );
}
