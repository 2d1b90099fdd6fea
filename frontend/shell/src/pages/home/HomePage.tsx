import { Button, ButtonLink, DashboardGrid, EmptyState, PageHead, ProblemView } from "@plexica/ui";
import { LayoutDashboard, SlidersHorizontal } from "lucide-react";
import { useEffect, useState } from "react";
import { usePageTitle } from "../../frame/title";
import { useFormat } from "../../i18n/format";
import { useT } from "../../i18n/useT";
import { usePlaced, usePlugins } from "../../state/console";
import { useMe } from "../../state/me";
import { Arrange } from "./Arrange";
import { arrange } from "./arrangement";
import { useArrangement } from "./useArrangement";
import { Widget } from "./Widget";
import "./home.css";

const MOST_WIDGETS = 4;

/** What needs whoever is here: the widgets of their plugins, as they have arranged them. */
export default function HomePage() {
  const t = useT("home");
  const format = useFormat();
  const { me, name, workspace, can } = useMe();
  const { loaded, problem, again } = usePlugins();
  const widgets = usePlaced("dashboard.widgets", MOST_WIDGETS);
  const { places, keep } = useArrangement();
  const [arranging, setArranging] = useState(false);
  const now = useNow();
  usePageTitle([t("title")]);

  const shown = arrange(widgets, places);
  const greeting = t(`greeting.${partOfDay(now)}`, { name: me.user.firstName ?? name });
  return (
    <>
      <PageHead
        title={greeting}
        description={[format.day(now), workspace?.name].filter(Boolean).join(" · ")}
        actions={
          widgets.length > 0 &&
          !arranging && (
            <Button icon={SlidersHorizontal} onClick={() => setArranging(true)}>
              {t("arrange")}
            </Button>
          )
        }
      />
      {arranging && <Arrange widgets={widgets} places={places} onKeep={keep} onClose={() => setArranging(false)} />}
      {problem ? (
        <ProblemView problem={problem} onRetry={again} />
      ) : loaded && widgets.length === 0 ? (
        <EmptyState
          icon={LayoutDashboard}
          title={t("empty")}
          text={t(can("core:plugins:install") ? "emptyText" : "emptyTextOther")}
          action={
            can("core:plugins:install") && (
              <ButtonLink variant="primary" to="/manage/plugins">
                {t("find")}
              </ButtonLink>
            )
          }
        />
      ) : (
        <DashboardGrid>
          {shown.map(({ placed, place }) => (
            <Widget key={`${placed.id}@${placed.plugin.version}`} placed={placed} columns={place?.columns} />
          ))}
        </DashboardGrid>
      )}
    </>
  );
}

function partOfDay(now: Date): string {
  const hour = now.getHours();
  return hour < 5 || hour >= 18 ? "evening" : hour < 12 ? "morning" : "afternoon";
}

/** The time, to the quarter of an hour. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 900_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
