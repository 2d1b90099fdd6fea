import { useEffect, useState } from "react";
import type { HealthCheck } from "../api/types";

/** Since when a part is as it is; `whole` when it was so at the first look. */
export interface Since {
  at: number;
  whole: boolean;
}

interface Seen extends Since {
  healthy: boolean;
}

let seen: Record<string, Seen> = {};

/** Remembers, for as long as the application is open, since when each part is well or not. */
export function useSince(checks: Record<string, HealthCheck> | undefined): Record<string, Since> {
  const [since, setSince] = useState<Record<string, Since>>(seen);
  useEffect(() => {
    if (checks) {
      seen = noted(seen, checks, Date.now());
      setSince(seen);
    }
  }, [checks]);
  return since;
}

export function noted(
  before: Record<string, Seen>,
  checks: Record<string, HealthCheck>,
  now: number,
): Record<string, Seen> {
  return Object.fromEntries(
    Object.entries(checks).map(([name, { healthy }]) => {
      const was = before[name];
      return [name, was?.healthy === healthy ? was : { healthy, at: now, whole: was === undefined }];
    }),
  );
}
