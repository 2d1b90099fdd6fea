import { useApi } from "@plexica/api-client";
import type { Page, User } from "@plexica/api-client";
import { ButtonLink, Forbidden, PageHead } from "@plexica/ui";
import { usePageTitle } from "../frame/title";
import { useT } from "../i18n/useT";
import { fullName, useMe } from "../state/me";

const NAMED = 1;

/** In place of what somebody may not see: who can help, where that may be known, and what to send them. */
export function Refused({ what }: { what: string }) {
  const t = useT();
  const { can, me, name, tenant } = useMe();
  const { data } = useApi<Page<User>>("/users", {
    query: { role: "admin", status: "ACTIVE", size: NAMED },
    enabled: can("core:users:read"),
  });
  const helpers = (data?.items ?? []).map(fullName);
  return (
    <Forbidden
      what={what}
      helpers={helpers}
      others={Math.max(0, (data?.total ?? 0) - helpers.length)}
      request={t("refused.request", {
        what,
        tenant: tenant.name,
        person: `${name} (${me.user.email})`,
        address: location.href,
      })}
      actions={<ButtonLink to="/">{t("goHome")}</ButtonLink>}
    />
  );
}

/** The same in place of a whole page, with its head. */
export function RefusedPage({ title, what }: { title: string; what: string }) {
  usePageTitle([title]);
  return (
    <>
      <PageHead title={title} />
      <Refused what={what} />
    </>
  );
}
