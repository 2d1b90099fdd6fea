import { usePlexica } from "@plexica/plugin-api";
import { DashboardCell, DashboardGrid, EmptyState, Figure } from "@plexica/ui";
import { Ring } from "@plexica/ui/charts";
import { ChartNoAxesColumn } from "lucide-react";
import { Filled } from "../common/Filled";
import { wonShare } from "../common/figures";
import { useFormat } from "../common/format";
import type { CrmFigures, Summary } from "../common/types";
import { useGet } from "../common/useGet";
import { Days } from "./Days";
import { Stages } from "./Stages";

/** The figures that can be had here and now. */
export function Board() {
  const { can } = usePlexica();
  return (
    <Filled got={useGet<Summary>("/summary")}>
      {({ crm }) => (
        <DashboardGrid>
          {crm.available ? <Figures crm={crm} /> : <Nothing />}
          {can("analytics:days:read") && <Days />}
        </DashboardGrid>
      )}
    </Filled>
  );
}

function Nothing() {
  const { t } = usePlexica();
  return (
    <DashboardCell columns={12}>
      <EmptyState
        icon={ChartNoAxesColumn}
        title={t("overview.empty")}
        text={t("overview.emptyText")}
      />
    </DashboardCell>
  );
}

function Figures({ crm }: { crm: CrmFigures }) {
  const { t } = usePlexica();
  const format = useFormat();
  const stages = crm.stages ?? [];
  const share = wonShare(stages);
  const open = stages.filter(
    ({ stage }) => stage !== "WON" && stage !== "LOST",
  );
  const count = open.reduce((sum, { deals }) => sum + deals, 0);
  return (
    <>
      <DashboardCell columns={3}>
        <Figure
          boxed
          label={t("figure.contacts")}
          value={format.number(crm.contacts ?? 0)}
        />
      </DashboardCell>
      <DashboardCell columns={3}>
        <Figure
          boxed
          label={t("figure.deals")}
          value={format.number(crm.deals ?? 0)}
        />
      </DashboardCell>
      <DashboardCell columns={3}>
        <Figure boxed label={t("figure.open")} value={format.number(count)} />
      </DashboardCell>
      <DashboardCell columns={3}>
        <Figure
          boxed
          label={t("figure.won")}
          value={share === undefined ? "–" : format.share(share)}
          chart={
            share !== undefined && (
              <Ring label={t("figure.won")} share={share} />
            )
          }
        />
      </DashboardCell>
      <DashboardCell columns={12}>
        <Stages stages={stages} />
      </DashboardCell>
    </>
  );
}
