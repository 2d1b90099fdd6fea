import { useTranslation } from "react-i18next";
import { useCountInTenant } from "../../api/inTenant";
import { usePluginCount } from "../tenants/PluginCount";

/** What dies with a tenant, in numbers where they are known. */
export function Destroyed({ slug }: { slug: string }) {
  const { t } = useTranslation("tenants");
  const people = useCountInTenant(slug, "/users");
  const plugins = usePluginCount(slug) ?? 0;
  return (
    <>
      <ul className="ad-bullets">
        <li>{t("delete.data", { count: plugins })}</li>
        <li>{people === undefined ? t("delete.peopleUnknown") : t("delete.people", { count: people })}</li>
        <li>{t("delete.files")}</li>
        <li>{t("delete.slug", { slug })}</li>
      </ul>
      <p>{t("delete.kept")}</p>
    </>
  );
}
