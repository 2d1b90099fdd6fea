import { usePlatform } from "@plexica/api-client";
import type { PluginView, Preview, Problem } from "@plexica/api-client";
import { Button, Dialog, Icon, Loading, SkeletonText } from "@plexica/ui";
import { useQuery } from "@tanstack/react-query";
import { LayoutGrid, PanelsTopLeft } from "lucide-react";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useLost } from "../preview/useLost";

interface DisableDialogProps {
  plugin: PluginView;
  onClose(): void;
  onDisable(): void;
}

/** Says what goes for whom. It is only said: whoever cannot be told may disable the plugin all the same. */
export function DisableDialog({ plugin, onClose, onDisable }: DisableDialogProps) {
  const t = useT("plugins");
  const { api } = usePlatform();
  const path = `/tenants/current/plugins/${plugin.id}/disable`;
  const preview = useQuery<Preview, Problem>({
    queryKey: [`${path}?dryRun`],
    queryFn: ({ signal }) => api.post<Preview>(path, undefined, { query: { dryRun: true }, signal }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const { data } = preview;
  const people = data?.permissions.lost.reduce((most, change) => Math.max(most, change.people), 0) ?? 0;
  const problem = data?.problems[0];
  return (
    <Dialog
      title={t("disable.title", { plugin: plugin.name })}
      description={problem?.message ?? t(people > 0 ? "disable.text" : "disable.textPlain", { count: people })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          {!problem && (
            <Button variant="primary" onClick={onDisable}>
              {t("disable.verb", { plugin: plugin.name })}
            </Button>
          )}
        </>
      }
    >
      {preview.isPending ? (
        <Loading>
          <SkeletonText lines={2} />
        </Loading>
      ) : data ? (
        !problem && <Lost preview={data} />
      ) : (
        <p className="sh-quiet">{t("disable.unknown")}</p>
      )}
    </Dialog>
  );
}

function Lost({ preview }: { preview: Preview }) {
  const t = useT("plugins");
  const format = useFormat();
  const { pages, others } = useLost(preview);
  if (pages.length === 0 && others.length === 0) return null;
  return (
    <ul className="sh-changes">
      {pages.length > 0 && (
        <li data-change="lost">
          <Icon of={PanelsTopLeft} size={16} />
          <span>{t("disable.pages", { count: pages.length, what: format.list(pages) })}</span>
        </li>
      )}
      {others.length > 0 && (
        <li data-change="lost">
          <Icon of={LayoutGrid} size={16} />
          <span>{t("disable.others", { what: format.list(others) })}</span>
        </li>
      )}
    </ul>
  );
}
