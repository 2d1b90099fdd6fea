import { useApi, type Asked } from "@plexica/api-client";

export type Level = "OK" | "WARN" | "FAIL";

/** One thing that was looked at. */
export interface Finding {
  area: string;
  level: Level;
  subject: string;
  found: string;
  /** What to do; absent where nothing is. */
  advice?: string | null;
}

export interface Diagnosis {
  /** The worst of what was found. */
  status: Level;
  at: string;
  findings: Finding[];
}

/** What ails the platform. It looks at everything anew each time, so it is asked only when somebody wants to know. */
export function useDoctor(): Asked<Diagnosis> {
  return useApi<Diagnosis>("/doctor", { staleTime: 60_000 });
}
