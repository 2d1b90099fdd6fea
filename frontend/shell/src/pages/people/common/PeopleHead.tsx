import { PageHead, Tabs } from "@plexica/ui";
import type { ReactNode } from "react";
import { useT } from "../../../i18n/useT";

const TABS = ["people", "teams", "workspaces"] as const;

/** The head that the three lists share. */
export function PeopleHead({ tab, primary }: { tab: (typeof TABS)[number]; primary: ReactNode }) {
  const t = useT("people");
  return (
    <PageHead
      title={t("title")}
      description={t("description")}
      primary={primary}
      tabs={
        <Tabs
          id="people"
          label={t("title")}
          selected={tab}
          items={TABS.map((id) => ({
            id,
            label: t(`tabs.${id}`),
            to: id === "people" ? "/manage/people" : `/manage/people/${id}`,
          }))}
        />
      }
    />
  );
}
