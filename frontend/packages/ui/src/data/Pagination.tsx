import { Button } from "../actions/Button";
import { useTexts } from "../texts/TextsProvider";
import "./Pagination.css";

export interface PaginationProps {
  /** The first and last row shown, counted from 1. */
  from: number;
  to: number;
  total?: number | undefined;
  /** Left out on the first page. From beyond the last it leads to the last, which a table without rows then does by itself. */
  onPrevious?: (() => void) | undefined;
  /** Leads from beyond the last to it where that must not stay behind as a step; as `onPrevious` where it is left out. */
  onBeyond?: (() => void) | undefined;
  /** Left out on the last. */
  onNext?: (() => void) | undefined;
}

export function Pagination({ from, to, total, onPrevious, onNext }: PaginationProps) {
  const texts = useTexts();
  return (
    <div className="px-pagination">
      <span aria-live="polite">{texts.pageOf(from, to, total)}</span>
      <Button size="small" onClick={onPrevious} disabledReason={!onPrevious && texts.firstPage}>
        {texts.previous}
      </Button>
      <Button size="small" onClick={onNext} disabledReason={!onNext && texts.lastPage}>
        {texts.next}
      </Button>
    </div>
  );
}
