import { Tabs, PageHead } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { NotFound } from "../../common/NotFound";
import { FlagsTab } from "./FlagsTab";
import { PlansTab } from "./PlansTab";

const TABS = ["flags", "plans"] as const;

/** What is set on the platform as a whole. */
export function SettingsPage() {
  const { tab = TABS[0] } = useParams();
  const known = TABS.find((one) => one === tab);
  return known ? <Settings tab={known} /> : <NotFound />;
}

function Settings({ tab }: { tab: (typeof TABS)[number] }) {
  const { t } = useTranslation("settings");
  usePageTitle([t("title")]);
  return (
    <>
      <PageHead
        title={t("title")}
        tabs={
          <Tabs
            id="settings"
            label={t("title")}
            selected={tab}
            items={TABS.map((id) => ({
              id,
              label: t(`tab.${id}`),
              to: id === "flags" ? "/settings" : `/settings/${id}`,
            }))}
          />
        }
      />
      {tab === "flags" ? <FlagsTab /> : <PlansTab />}
    </>
  );
}
