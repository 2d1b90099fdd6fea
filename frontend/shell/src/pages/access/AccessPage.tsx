import { Button, ButtonLink, PageHead, Tabs } from "@plexica/ui";
import { CircleHelp, Plus } from "lucide-react";
import { Refused } from "../../common/Refused";
import { useQueryState } from "../../common/useQueryState";
import { usePageTitle } from "../../frame/title";
import { useT } from "../../i18n/useT";
import { useMe } from "../../state/me";
import { PermissionsTab } from "./permissions/PermissionsTab";
import { PoliciesTab } from "./policies/PoliciesTab";
import { RolesTab } from "./roles/RolesTab";
import "./access.css";

const TABS = { roles: "core:roles:read", permissions: "core:roles:read", policies: "core:policies:read" } as const;
type TabId = keyof typeof TABS;
const IDS = Object.keys(TABS) as TabId[];

/** Who may what: roles, the permissions there are, and policies. */
export default function AccessPage() {
  const t = useT("access");
  const { can } = useMe();
  const [asked] = useQueryState("tab", "roles");
  const tab = IDS.find((id) => id === asked) ?? "roles";
  usePageTitle([t("title")]);
  return (
    <>
      <PageHead
        title={t("title")}
        description={t("description")}
        actions={
          <ButtonLink to="/manage/access/explain" icon={CircleHelp}>
            {t("explain.open")}
          </ButtonLink>
        }
        primary={tab !== "permissions" && <New tab={tab} />}
        tabs={
          <Tabs
            id="access"
            label={t("title")}
            selected={tab}
            items={IDS.map((id) => ({
              id,
              label: t(`tabs.${id}`),
              to: id === "roles" ? "/manage/access" : `/manage/access?tab=${id}`,
            }))}
          />
        }
      />
      {!can(TABS[tab]) ? (
        <Refused what={t(`refused.${tab}`)} />
      ) : tab === "roles" ? (
        <RolesTab />
      ) : tab === "permissions" ? (
        <PermissionsTab />
      ) : (
        <PoliciesTab />
      )}
    </>
  );
}

function New({ tab }: { tab: "roles" | "policies" }) {
  const t = useT("access");
  const { can } = useMe();
  const label = t(`new.${tab}`);
  if (can(`core:${tab}:write`)) {
    return (
      <ButtonLink variant="primary" icon={Plus} to={`/manage/access/${tab}/new`}>
        {label}
      </ButtonLink>
    );
  }
  return (
    <Button variant="primary" icon={Plus} disabledReason={t(`new.refused.${tab}`)}>
      {label}
    </Button>
  );
}
