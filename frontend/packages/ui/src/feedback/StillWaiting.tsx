import { Button } from "../actions/Button";
import { useTexts } from "../texts/TextsProvider";
import "./StillWaiting.css";

/** Says after 8 s what the skeleton no longer can. */
export function StillWaiting({ onRetry }: { onRetry?: (() => void) | undefined }) {
  const texts = useTexts();
  return (
    <div className="px-still-waiting" role="status">
      {texts.stillWaiting}
      {onRetry && (
        <Button size="small" onClick={onRetry}>
          {texts.tryAgain}
        </Button>
      )}
    </div>
  );
}
