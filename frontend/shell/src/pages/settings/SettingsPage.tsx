import { PageHead, Tabs } from "@plexica/ui";
import { lazy, Suspense } from "react";
import { Navigate, useParams } from "react-router";
import { PageSkeleton } from "../../common/PageSkeleton";
import { Refused } from "../../common/Refused";
import { usePageTitle } from "../../frame/title";
import { useLabel } from "../../host/label";
import { useT } from "../../i18n/useT";
import { usePlaced } from "../../state/console";
import { useMe } from "../../state/me";
import { NotFound } from "../NotFound";
import { PluginSection } from "./PluginSection";
import { GeneralSection } from "./general/GeneralSection";
import "../../common/form.css";
import "./settings.css";

const SECTIONS = {
  general: { permission: "core:settings:read", shown: GeneralSection },
  security: { permission: "core:api-keys:read", shown: lazy(() => import("./security/SecuritySection")) },
  plan: { permission: "core:plugins:read", shown: lazy(() => import("./plan/PlanSection")) },
  integrations: { permission: "core:settings:read", shown: lazy(() => import("./IntegrationsSection")) },
  advanced: { permission: "core:settings:read", shown: lazy(() => import("./advanced/AdvancedSection")) },
};

type Name = keyof typeof SECTIONS;

const isOwn = (name: string): name is Name => Object.hasOwn(SECTIONS, name);

/** How the tenant is set, section by section; plugins add sections of their own. */
export default function SettingsPage() {
  const t = useT("settings");
  const { section = "" } = useParams();
  const { can } = useMe();
  const label = useLabel();
  const placed = usePlaced("settings.tabs", 1);
  const own = (Object.keys(SECTIONS) as Name[]).filter((name) => can(SECTIONS[name].permission));
  const plugin = placed.find((one) => one.plugin.id === section);
  const title = plugin ? label(plugin) : isOwn(section) ? t(`sections.${section}`) : t("title");
  usePageTitle([t("title"), "/manage/settings"], [title]);
  if (section === "" && own[0]) return <Navigate to={`/manage/settings/${own[0]}`} replace />;
  if (section !== "" && !plugin && !isOwn(section)) return <NotFound />;
  return (
    <>
      <PageHead
        title={t("title")}
        description={t("description")}
        tabs={
          <Tabs
            id="settings"
            label={t("title")}
            selected={section}
            items={[
              ...own.map((name) => ({ id: name, label: t(`sections.${name}`), to: `/manage/settings/${name}` })),
              ...placed.map((one) => ({
                id: one.plugin.id,
                label: label(one),
                to: `/manage/settings/${one.plugin.id}`,
              })),
            ]}
          />
        }
      />
      <Suspense fallback={<PageSkeleton body />}>
        {plugin ? <PluginSection key={plugin.id} placed={plugin} /> : <OwnSection name={section} allowed={own} />}
      </Suspense>
    </>
  );
}

function OwnSection({ name, allowed }: { name: string; allowed: Name[] }) {
  const t = useT("settings");
  if (name === "") return <Refused what={t("title")} />;
  if (!isOwn(name) || !allowed.includes(name)) return <Refused what={t(`sections.${name}`)} />;
  const { shown: Section } = SECTIONS[name];
  return <Section />;
}
