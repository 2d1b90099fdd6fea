import { createContext, useContext } from "react";

export interface Offer {
  /** What was done, in the past: "CRM was disabled". */
  text: string;
  /** Given where it is a failure that is told. */
  tone?: "bad" | undefined;
  /** Takes it back. Without it the message only tells. */
  undo?: (() => void | Promise<void>) | undefined;
  /** Ten unless told otherwise. */
  seconds?: number;
  /** Called once when nobody took it back. */
  onExpire?: (() => void) | undefined;
}

export const UndoContext = createContext<(offer: Offer) => void>(() => undefined);

/**
 * Offers to take back what was just done. The page itself must show what happened too: a message
 * that goes away is never the only one.
 */
export function useUndo(): (offer: Offer) => void {
  return useContext(UndoContext);
}
