import { createContext, useCallback, useContext, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { VisuallyHidden } from "../layout/VisuallyHidden";
import { useTopPlace } from "../overlay/useTopPlace";

export type Announce = (text: string, urgency?: "polite" | "assertive") => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Two regions that are always there, so that what they say is heard; within the dialog that is open, if one is. */
export function AnnouncerProvider({ children }: { children: ReactNode }) {
  const place = useTopPlace();
  const [said, setSaid] = useState({ polite: "", assertive: "", turn: 0 });
  const announce = useCallback<Announce>((text, urgency = "polite") => {
    setSaid((before) => ({ ...before, [urgency]: text, turn: before.turn + 1 }));
  }, []);
  // The same words twice are two announcements: an invisible space tells them apart.
  const apart = said.turn % 2 === 0 ? "" : "\u00a0";
  const regions = (
    <VisuallyHidden>
      <span role="status" aria-live="polite" aria-atomic="true">
        {said.polite && said.polite + apart}
      </span>
      <span role="alert" aria-live="assertive" aria-atomic="true">
        {said.assertive && said.assertive + apart}
      </span>
    </VisuallyHidden>
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      {createPortal(regions, place)}
    </AnnounceContext>
  );
}

/** Says something to those who cannot see it: polite for progress, assertive for a crash. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}
