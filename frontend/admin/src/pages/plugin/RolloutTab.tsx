import type { PluginView } from "@plexica/api-client";
import { AsidePage, Card, EmptyState, Select } from "@plexica/ui";
import { Rocket } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMoves, useStats } from "../../api/plugins";
import type { PluginStats, RolloutMove, Version } from "../../api/plugins.types";
import { Shown } from "../../common/Shown";
import { proposed, rolloutState, type RolloutState } from "../../logic/rollout";
import { changed } from "../../logic/urlState";
import { Compare } from "./Compare";
import { GoBack } from "./GoBack";
import { RolloutReportView } from "./RolloutReportView";
import { RolloutSteps } from "./RolloutSteps";
import { useRollout } from "./useRollout";
import { WatchedTenants } from "./WatchedTenants";

const EVERY = 5_000;

/** Moves tenants to a version, a few at first: errors and latency are seen before more follow. */
export function RolloutTab({ plugin, versions }: { plugin: PluginView; versions: Version[] }) {
  const { t } = useTranslation("registry");
  const [search, setSearch] = useSearchParams();
  const stats = useStats(plugin.id, { every: EVERY });
  const moves = useMoves(plugin.id, EVERY);
  const possible = versions.filter(
    ({ status, running }) => running && (status === "AVAILABLE" || status === "DEPRECATED"),
  );
  const target = search.get("to") ?? proposed(versions);
  if (!target || possible.length === 0) {
    return <EmptyState icon={Rocket} title={t("rollout.none")} text={t("rollout.noneText")} />;
  }
  const choose = (
    <Select
      label={t("rollout.to")}
      hideLabel
      value={target}
      options={possible.map(({ version }) => ({ value: version, label: version }))}
      onChange={(to) => setSearch((before) => changed(before, { to }), { replace: true })}
    />
  );
  return (
    <Shown asked={stats}>
      {(figures) =>
        figures.installations === 0 ? (
          <EmptyState icon={Rocket} title={t("rollout.noHolders")} text={t("rollout.noHoldersText")} />
        ) : (
          <Body
            plugin={plugin}
            stats={figures}
            at={stats.at}
            moves={moves.data?.items ?? []}
            target={target}
            choose={choose}
          />
        )
      }
    </Shown>
  );
}

interface BodyProps {
  plugin: PluginView;
  stats: PluginStats;
  at: number;
  moves: RolloutMove[];
  target: string;
  choose: ReactNode;
}

function Body({ plugin, stats, at, moves, target, choose }: BodyProps) {
  const { t } = useTranslation("registry");
  const state: RolloutState = rolloutState(stats, moves, target);
  const rollout = useRollout(plugin.id);
  return (
    <AsidePage
      aside={
        <>
          <GoBack plugin={plugin.id} state={state} rollout={rollout} />
          <WatchedTenants moves={moves} />
        </>
      }
    >
      <Card title={`${t("rollout.to")} ${plugin.name}`} actions={choose}>
        <RolloutSteps plugin={plugin} state={state} rollout={rollout} />
      </Card>
      <RolloutReportView operation={rollout.operation} target={target} />
      <Compare stats={stats} at={at} state={state} />
    </AsidePage>
  );
}
