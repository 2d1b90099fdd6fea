import { WifiOff } from "lucide-react";
import { useSyncExternalStore } from "react";
import { useDelayed } from "../hooks/useDelayed";
import { Icon } from "../identity/Icon";
import "./OfflineNote.css";

export interface OfflineNoteProps {
  /** Nothing is heard of the server at the moment. */
  away: boolean;
  text: string;
}

function subscribe(changed: () => void): () => void {
  addEventListener("online", changed);
  addEventListener("offline", changed);
  return () => {
    removeEventListener("online", changed);
    removeEventListener("offline", changed);
  };
}

/** Whether the device itself knows that it has no network: what it is connected to falls silent much later. */
function useUnplugged(): boolean {
  return useSyncExternalStore(subscribe, () => !navigator.onLine);
}

/** Says that what is shown may be old, once that has lasted. */
export function OfflineNote({ away, text }: OfflineNoteProps) {
  const unplugged = useUnplugged();
  const isLong = useDelayed(away || unplugged, 2_000);
  return (
    <div role="status">
      {isLong && (
        <p className="px-offline">
          <Icon of={WifiOff} size={16} />
          {text}
        </p>
      )}
    </div>
  );
}
