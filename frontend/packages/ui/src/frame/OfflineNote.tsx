import { WifiOff } from "lucide-react";
import { useDelayed } from "../hooks/useDelayed";
import { Icon } from "../identity/Icon";
import "./OfflineNote.css";

export interface OfflineNoteProps {
  /** Nothing is heard of the server at the moment. */
  away: boolean;
  text: string;
}

/** Says that what is shown may be old, once that has lasted. */
export function OfflineNote({ away, text }: OfflineNoteProps) {
  const isLong = useDelayed(away, 2_000);
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
