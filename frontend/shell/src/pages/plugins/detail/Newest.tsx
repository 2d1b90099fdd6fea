import { usePlatform } from "@plexica/api-client";
import type { PluginView, Preview } from "@plexica/api-client";
import { Card, Loading, SkeletonText, StateBadge } from "@plexica/ui";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { hasUpgrade } from "../catalogue";
import { Changes } from "../preview/Changes";

/** The newest version and what it would change here, where the tenant is on an older one. */
export function Newest({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const format = useFormat();
  const { api } = usePlatform();
  const { tenant, can } = useMe();
  const wanted = hasUpgrade(plugin) && can("core:plugins:install");
  const path = `/tenants/current/plugins/${plugin.id}/upgrade`;
  const { data } = useQuery({
    queryKey: [path, plugin.version, plugin.installation?.version],
    queryFn: () => api.post<Preview>(path, { version: plugin.version }, { query: { dryRun: true } }),
    enabled: wanted,
  });
  if (!wanted) return null;
  return (
    <Card
      title={plugin.version}
      icon={<StateBadge tone="accent">{t("versions.newest")}</StateBadge>}
      note={format.date(plugin.publishedAt)}
    >
      <h3>{t("versions.wouldChange", { tenant: tenant.name })}</h3>
      {data ? (
        <Changes preview={data} upgradeFrom={plugin.installation?.version} />
      ) : (
        <Loading>
          <SkeletonText lines={3} />
        </Loading>
      )}
    </Card>
  );
}
