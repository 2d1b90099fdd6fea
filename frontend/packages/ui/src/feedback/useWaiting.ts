import { useDelayed } from "../hooks/useDelayed";

/** Nothing for 200 ms, then a skeleton, and after 8 s a word about it. */
export type WaitingPhase = "quiet" | "skeleton" | "long";

export function useWaiting(active: boolean): WaitingPhase {
  const visible = useDelayed(active, 200);
  const long = useDelayed(active, 8000);
  return long ? "long" : visible ? "skeleton" : "quiet";
}
