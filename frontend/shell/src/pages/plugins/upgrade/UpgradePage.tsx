import { hasEnded, isProblem, useInvalidate, useOperation, usePlatform } from "@plexica/api-client";
import type { Operation, PluginView, Preview, Problem } from "@plexica/api-client";
import { ActionBar, Banner, Button, ButtonLink, Card, Loading, PageHead, ProblemView, SkeletonText } from "@plexica/ui";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useParams, useSearchParams } from "react-router";
import { PageSkeleton } from "../../../common/PageSkeleton";
import { ProblemPage } from "../../../common/ProblemPage";
import { RefusedPage } from "../../../common/Refused";
import { CatalogueIcon } from "../../../frame/PluginIcon";
import { usePageTitle } from "../../../frame/title";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { NotFound } from "../../NotFound";
import { becomesFramed, compareVersions, isHere } from "../catalogue";
import { Changes } from "../preview/Changes";
import { FrameNotice } from "../preview/FrameNotice";
import { hasMoved } from "../preview/problems";
import { TOUCHED, usePlugin, useVersions } from "../usePlugin";
import { Work } from "../Work";
import "../plugins.css";

/** Another version of a plugin that is here: only what would be different, then the work. */
export default function UpgradePage() {
  const t = useT("plugins");
  const { can } = useMe();
  return can("core:plugins:install") ? <Upgrade /> : <RefusedPage title={t("title")} what={t("upgrade.refused")} />;
}

function Upgrade() {
  const t = useT("plugins");
  const { id = "" } = useParams();
  const [params] = useSearchParams();
  const { data: plugin, problem, again } = usePlugin(id);
  usePageTitle([t("title"), "/manage/plugins"], [plugin?.name ?? id, `/manage/plugins/${id}`], [t("upgrade.crumb")]);
  if (isProblem(problem) && problem.status === 404) return <NotFound />;
  if (!plugin) return problem ? <ProblemPage title={id} problem={problem} onRetry={again} /> : <PageSkeleton />;
  const operation = params.get("operation");
  const version = params.get("version") ?? plugin.version;
  if (operation) return <Running plugin={plugin} version={version} id={operation} />;
  if (!isHere(plugin)) return <NotFound />;
  if (plugin.installation?.version === version) return <UpToDate plugin={plugin} version={version} />;
  return <Look plugin={plugin} version={version} />;
}

/** There is nothing to do: it is on that version. */
function UpToDate({ plugin, version }: { plugin: PluginView; version: string }) {
  const t = useT("plugins");
  return (
    <PageHead
      icon={<CatalogueIcon plugin={plugin} size={52} />}
      title={t("upgrade.upToDate", { plugin: plugin.name })}
      description={t("upgrade.upToDateText", { version })}
      primary={
        <ButtonLink variant="primary" to={`/manage/plugins/${plugin.id}`}>
          {t("upgrade.toPlugin", { plugin: plugin.name })}
        </ButtonLink>
      }
    />
  );
}

function Look({ plugin, version }: { plugin: PluginView; version: string }) {
  const t = useT("plugins");
  const { api } = usePlatform();
  const [, setParams] = useSearchParams();
  const [busy, setBusy] = useState(false);
  const [moved, setMoved] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const path = `/tenants/current/plugins/${plugin.id}/upgrade`;
  const from = plugin.installation?.version ?? "";
  const preview = useQuery<Preview, Problem>({
    queryKey: [path, version, from],
    queryFn: () => api.post<Preview>(path, { version }, { query: { dryRun: true } }),
  });
  const all = useVersions(plugin.id).data?.items ?? [];
  const target = all.find((one) => one.version === version);
  const names = { plugin: plugin.name, from, to: version };
  const back = compareVersions(version, from) < 0;

  const start = async (): Promise<void> => {
    setBusy(true);
    setMoved(false);
    setProblem(undefined);
    try {
      const ifMatch = preview.data ? `"${preview.data.state}"` : null;
      const operation = await api.post<Operation>(path, { version }, { async: true, ifMatch });
      setParams({ version, operation: operation.id });
    } catch (error) {
      if (hasMoved(error)) {
        setMoved(true);
        await preview.refetch();
      } else setProblem(error as Problem);
    } finally {
      setBusy(false);
    }
  };
  const stands = preview.data?.problems ?? [];
  // Nobody changes what they have not been shown.
  const unknown = preview.error !== null && !preview.data;
  return (
    <>
      <PageHead
        icon={<CatalogueIcon plugin={plugin} size={52} />}
        title={t(back ? "upgrade.backTitle" : "upgrade.title", names)}
        description={t("upgrade.text", names)}
      />
      <div className="sh-plugin-page">
        {moved && <Banner tone="warning" title={t("moved")} urgent />}
        {(problem ?? preview.error) && (
          <ProblemView problem={problem ?? preview.error ?? {}} onRetry={() => void preview.refetch()} />
        )}
        {target && becomesFramed(all, from, version) && <FrameNotice version={target} />}
        {!unknown && (
          <Card title={t("upgrade.differences")}>
            {preview.data ? (
              <Changes preview={preview.data} upgradeFrom={back ? undefined : from} />
            ) : (
              <Loading>
                <SkeletonText lines={4} />
              </Loading>
            )}
          </Card>
        )}
      </div>
      <ActionBar
        start={
          <ButtonLink variant="quiet" to={`/manage/plugins/${plugin.id}`}>
            {t("cancel")}
          </ButtonLink>
        }
        note={t("nothingChanged")}
      >
        {!unknown && (
          <Button
            variant="primary"
            busy={busy || preview.isFetching}
            disabledReason={stands.length > 0 && stands[0]?.message}
            onClick={() => void start()}
          >
            {t(back ? "upgrade.goBack" : "upgrade.verb", names)}
          </Button>
        )}
      </ActionBar>
    </>
  );
}

function Running({ plugin, version, id }: { plugin: PluginView; version: string; id: string }) {
  const t = useT("plugins");
  const [, setParams] = useSearchParams();
  const followed = useOperation(id);
  const again = useInvalidate();
  const ended = followed.operation !== undefined && hasEnded(followed.operation);
  useEffect(() => {
    if (ended) void again(...TOUCHED);
  }, [ended, again]);
  const names = { plugin: plugin.name, to: version };
  if (followed.operation?.status === "SUCCEEDED") {
    return (
      <PageHead
        icon={<CatalogueIcon plugin={plugin} size={52} />}
        title={t("upgrade.done", names)}
        description={t("upgrade.doneText")}
        primary={
          <ButtonLink variant="primary" to={`/manage/plugins/${plugin.id}`}>
            {t("details")}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <Work
      followed={followed}
      title={t("upgrade.running", names)}
      failed={t("upgrade.failed", { plugin: plugin.name, from: plugin.installation?.version ?? "" })}
      undone={t("upgrade.undone")}
      onAgain={() => setParams({ version })}
    />
  );
}
