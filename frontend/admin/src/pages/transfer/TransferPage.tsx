import { PageHead, Tabs } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import { NotFound } from "../../common/NotFound";
import { ExportTab } from "./ExportTab";
import { ImportTab } from "./ImportTab";

const TABS = ["export", "import"] as const;

/** Takes a tenant out as one file, and brings one in. */
export function TransferPage() {
  const { tab = TABS[0] } = useParams();
  const known = TABS.find((one) => one === tab);
  return known ? <Transfer tab={known} /> : <NotFound />;
}

function Transfer({ tab }: { tab: (typeof TABS)[number] }) {
  const { t } = useTranslation("transfer");
  usePageTitle([t("title")]);
  return (
    <>
      <PageHead
        title={t("title")}
        description={t("intro")}
        tabs={
          <Tabs
            id="transfer"
            label={t("title")}
            selected={tab}
            items={TABS.map((id) => ({
              id,
              label: t(`tab.${id}`),
              to: id === "export" ? "/transfer" : `/transfer/${id}`,
            }))}
          />
        }
      />
      {tab === "export" ? <ExportTab /> : <ImportTab />}
    </>
  );
}
