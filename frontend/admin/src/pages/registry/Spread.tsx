import { useTranslation } from "react-i18next";
import type { PluginStats } from "../../api/plugins.types";

/** Which versions tenants are on: a bar for the eye, and the same in words. */
export function Spread({ stats }: { stats: PluginStats | undefined }) {
  const { t } = useTranslation("registry");
  const used = stats?.versions.filter(({ tenants }) => tenants > 0) ?? [];
  const all = used.reduce((sum, { tenants }) => sum + tenants, 0);
  const newest = stats?.versions[0]?.version;
  if (all === 0) {
    return <span className="ad-quiet">{stats ? `${newest} · ${t("nobody")}` : "–"}</span>;
  }
  return (
    <span className="ad-spread">
      <span className="ad-spread__bar" aria-hidden="true">
        {used.map(({ version, tenants }) => (
          <span
            key={version}
            className={version === newest ? "ad-spread__part ad-spread__part--newest" : "ad-spread__part"}
            style={{ flexGrow: tenants }}
          />
        ))}
      </span>
      <span className="ad-spread__words">
        {used
          .slice(0, 4)
          .map(({ version, tenants }) => t("onVersion", { version, count: tenants }))
          .join(" · ")}
      </span>
    </span>
  );
}
