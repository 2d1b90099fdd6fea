import { useApi, type Asked } from "@plexica/api-client";
import { useMemo } from "react";
import type { Page } from "./types";

/** One thing that a plan bounds. */
export interface Bound {
  name: string;
  /** How much of it; nothing for as much as there is. */
  most?: number | null;
}

export interface Plan {
  name: string;
  /** Whether tenants get it for which none is named. */
  default?: boolean;
  /** False for one that tenants still have and nobody is given any more. */
  offered?: boolean;
  /** Whether its tenants have a database login and connections of their own. */
  dedicated?: boolean;
  tenants?: number;
  bounds: Bound[];
}

/** The plans that the platform was set up with, in its order, then those that tenants still have. */
export function usePlans(): Asked<Page<Plan>> {
  return useApi<Page<Plan>>("/plans", { query: { size: 200 }, staleTime: 60_000 });
}

/** Their names, and further ones that are in use; only those while the plans are not known. */
export function usePlanNames(...others: (string | undefined)[]): string[] {
  const { data } = usePlans();
  const further = others.filter(Boolean).join("\n");
  return useMemo(
    () => [...new Set([...(data?.items ?? []).map(({ name }) => name), ...further.split("\n").filter(Boolean)])],
    [data, further],
  );
}
