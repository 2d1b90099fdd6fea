import { DashboardCell, DashboardGrid, PageHead } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { useTranslation } from "react-i18next";
import { Attention } from "./Attention";
import { CallsChart, LatencyChart } from "./charts";
import { Figures } from "./Figures";
import { Lately } from "./Lately";
import { PlansCard } from "./PlansCard";
import { useMatters } from "./useMatters";
import { UsedPlugins } from "./UsedPlugins";

/** Is all well? */
export function OverviewPage() {
  const { t } = useTranslation("overview");
  usePageTitle([t("title")]);
  const matters = useMatters();
  const { found, isWhole, problem } = matters;
  const nothing = isWhole ? t("summary.well") : t(problem ? "summary.unknown" : "summary.looking");
  const summary = found.length === 0 ? nothing : t("summary.matters", { count: found.length });
  return (
    <>
      <PageHead title={t("title")} description={summary} />
      <DashboardGrid>
        <Figures />
        <DashboardCell columns={7}>
          <CallsChart />
        </DashboardCell>
        <DashboardCell columns={5}>
          <Attention matters={matters} />
        </DashboardCell>
        <DashboardCell columns={7}>
          <LatencyChart />
        </DashboardCell>
        <DashboardCell columns={5}>
          <UsedPlugins />
        </DashboardCell>
        <DashboardCell columns={7}>
          <Lately />
        </DashboardCell>
        <DashboardCell columns={5}>
          <PlansCard />
        </DashboardCell>
      </DashboardGrid>
    </>
  );
}
