import { useApi, type PluginView } from "@plexica/api-client";
import { Button, Combobox, ProgressBar } from "@plexica/ui";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TenantInstallation } from "../../api/plugins.types";
import type { Page } from "../../api/types";
import { Trouble } from "../../common/Trouble";
import { meant, nextSizes, type RolloutState } from "../../logic/rollout";
import { sentence } from "../../logic/sentence";
import type { Rollout } from "./useRollout";

interface RolloutStepsProps {
  plugin: PluginView;
  state: RolloutState;
  rollout: Rollout;
}

/** How far it is, and the next step: one tenant, then more, then all. */
export function RolloutSteps({ plugin, state, rollout }: RolloutStepsProps) {
  const { t } = useTranslation("registry");
  const { target, on, all } = state;
  return (
    <div className="ad-stack">
      <ProgressBar
        label={t("rollout.running", { version: target })}
        value={all === 0 ? 0 : (100 * on) / all}
        note={t("rollout.progress", { on, tenants: t("common:count.tenants", { count: all }), version: target })}
        announced
      />
      {rollout.isRunning ? (
        <p className="ad-quiet">
          {sentence(rollout.operation?.message ?? t("rollout.running", { version: target }))} {t("rollout.keepWorking")}{" "}
          {t("rollout.leave")}
        </p>
      ) : (
        <Next plugin={plugin} state={state} rollout={rollout} />
      )}
      {rollout.work.problem && <Trouble problem={rollout.work.problem} />}
    </div>
  );
}

function Next({ plugin, state, rollout }: RolloutStepsProps) {
  const { t } = useTranslation("registry");
  const [first, setFirst] = useState<string | null>(null);
  const { target, all } = state;
  if (state.stage === "everybody") {
    return <p>{t("rollout.everybody", { version: target })}</p>;
  }
  const move = (percentage: number) => {
    const isAll = percentage === 100;
    const count = isAll ? all : meant(all, percentage);
    return (
      <Button
        key={percentage}
        variant={isAll && state.stage === "some" ? "primary" : "secondary"}
        busy={rollout.work.busy}
        onClick={() => void rollout.start({ version: target, ...(isAll ? {} : { percentage }) })}
      >
        {isAll ? t("rollout.all", { count }) : t("rollout.widen", { count })}
      </Button>
    );
  };
  if (state.stage === "some") {
    return <div className="ad-inline">{nextSizes(state).map(move)}</div>;
  }
  return (
    <div className="ad-stack">
      <p className="ad-quiet">{t("rollout.startText")}</p>
      <div className="ad-first">
        <FirstTenant plugin={plugin.id} target={target} value={first} onChange={setFirst} />
        <Button
          variant="primary"
          busy={rollout.work.busy}
          onClick={() => void rollout.start({ version: target, ...(first ? { tenants: [first] } : { percentage: 1 }) })}
        >
          {t("rollout.start")}
        </Button>
      </div>
    </div>
  );
}

interface FirstTenantProps {
  plugin: string;
  target: string;
  value: string | null;
  onChange: (slug: string | null) => void;
}

/** Who goes first: one of those that have the plugin in another version. */
function FirstTenant({ plugin, target, value, onChange }: FirstTenantProps) {
  const { t } = useTranslation("registry");
  const [q, setQ] = useState("");
  const query = { q, size: 50, sort: "tenant" };
  const { data, refreshing, loading } = useApi<Page<TenantInstallation>>(`/plugins/${plugin}/installations`, {
    query,
    keepPrevious: true,
    staleTime: 30_000,
  });
  return (
    <Combobox
      label={t("rollout.first")}
      optional
      placeholder={t("rollout.firstAny")}
      value={value}
      loading={loading || refreshing}
      onSearch={setQ}
      onChange={onChange}
      options={(data?.items ?? [])
        .filter(({ version }) => version !== target)
        .map(({ tenant, version }) => ({ value: tenant, label: tenant, description: version }))}
    />
  );
}
