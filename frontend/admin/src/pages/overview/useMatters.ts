import { useApi, type Problem } from "@plexica/api-client";
import { useMemo } from "react";
import { useHealth } from "../../api/health";
import { useManyStats, useManyVersions, usePlugins } from "../../api/plugins";
import type { DeadLetter, Operation, Page, Tenant } from "../../api/types";
import { matters, type Matter } from "../../logic/attention";
import { CREATION } from "../../state/useLiveNews";

export interface Matters {
  found: Matter[];
  /** Whether all that could matter has been looked at; until then nobody says that all is well. */
  isWhole: boolean;
  /** Why some of it could not be. */
  problem: Problem | null;
  again(): void;
}

/** What an operator should look at now. */
export function useMatters(): Matters {
  const checks = useHealth();
  const { health } = checks;
  const letters = useApi<Page<DeadLetter>>("/events/dead-letters", { query: { size: 1 } });
  const failed = useApi<Page<Operation>>("/operations", { query: { type: CREATION, status: "FAILED", size: 5 } });
  const leaving = useApi<Page<Tenant>>("/tenants", { query: { status: "PENDING_DELETION", size: 50 } });
  const plugins = usePlugins();
  const ids = useMemo(() => plugins.data?.items.map(({ id }) => id) ?? [], [plugins.data]);
  const stats = useManyStats(ids);
  const versions = useManyVersions(ids);
  const asked = [checks, letters, failed, leaving, plugins, stats, versions];
  const found = useMemo(
    () =>
      matters(
        {
          health,
          deadLetters: letters.data?.total,
          failedCreations: failed.data?.items,
          leaving: leaving.data?.items,
          versions: versions.items,
          stats: stats.items,
        },
        Date.now(),
      ),
    [health, letters.data, failed.data, leaving.data, versions.items, stats.items],
  );
  const problem = asked.map((one) => one.problem).find((one) => one !== null) ?? null;
  const isLooked = health && letters.data && failed.data && leaving.data && plugins.data;
  const isWhole = isLooked !== undefined && stats.isWhole && versions.isWhole;
  return {
    found,
    isWhole: problem === null && isWhole,
    problem,
    again: () => asked.filter((one) => one.problem).forEach((one) => one.again()),
  };
}
