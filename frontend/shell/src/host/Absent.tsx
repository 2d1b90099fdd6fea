import { isProblem, useApi, usePlatform, useSend } from "@plexica/api-client";
import type { Installation, PluginView } from "@plexica/api-client";
import { Button, ButtonLink, NoticeCard, ProblemView, useCopy } from "@plexica/ui";
import { useQueries } from "@tanstack/react-query";
import { PageSkeleton } from "../common/PageSkeleton";
import { ProblemPage } from "../common/ProblemPage";
import { useFeedback } from "../common/Feedback";
import { usePageTitle } from "../frame/title";
import { CatalogueIcon } from "../frame/PluginIcon";
import { useT } from "../i18n/useT";
import { NotFound } from "../pages/NotFound";
import { useMe } from "../state/me";

/** A link to a plugin that is not here: says why, and what whoever followed it can do. */
export function Absent({ segment }: { segment: string }) {
  const { can } = useMe();
  const known = /^[a-z][a-z0-9-]{1,19}$/.test(segment) && can("core:plugins:read");
  const { data, problem, loading, again } = useApi<PluginView>(`/plugins/${segment}`, { enabled: known });
  if (known && loading) return <PageSkeleton />;
  if (data) return <Explained plugin={data} />;
  const isHidden = !isProblem(problem) || problem.status === 404 || problem.status === 403;
  return isHidden ? <NotFound /> : <ProblemPage title={segment} problem={problem} onRetry={again} />;
}

function Explained({ plugin }: { plugin: PluginView }) {
  const t = useT();
  const { me, tenant, workspace, can } = useMe();
  const { notify } = useFeedback();
  const { copied, copy } = useCopy();
  const send = useSend<Installation>({ invalidates: ["/console", "/plugins", "/tenants", "/auth/me"] });
  const { workspace: choice } = usePlatform();
  const elsewhere = useElsewhere(plugin.id, plugin.installation?.status === "INSTALLED");
  usePageTitle([plugin.name]);

  const state = stateOf(plugin);
  const name = { plugin: plugin.name, tenant: tenant.name, workspace: workspace?.name ?? "" };
  const mayEnable = state === "disabled" && can("core:plugins:enable");
  const mayInstall = state === "absent" && can("core:plugins:install");
  const request = t("absent.request", { ...name, address: location.href, person: me.user.email });
  const enable = async (): Promise<void> => {
    await send.mutateAsync({ path: `/tenants/current/plugins/${plugin.id}/enable` });
    notify({ text: t("enabled.done", name) });
  };
  return (
    <NoticeCard
      headingLevel={1}
      icon={<CatalogueIcon plugin={plugin} size={52} />}
      title={t(`absent.${state}`, name)}
      text={t(mayEnable ? "absent.mayEnable" : mayInstall ? "absent.mayInstall" : `absent.${state}Text`, name)}
      actions={
        <>
          {mayEnable && (
            <Button variant="primary" busy={send.isPending} onClick={() => void enable().catch(() => {})}>
              {t("absent.enable", name)}
            </Button>
          )}
          {mayInstall && (
            <ButtonLink variant="primary" to={`/manage/plugins/${plugin.id}/install`}>
              {t("absent.install", name)}
            </ButtonLink>
          )}
          {elsewhere && (
            <Button variant="primary" onClick={() => choice.choose(elsewhere.id)}>
              {t("absent.switch", { workspace: elsewhere.name })}
            </Button>
          )}
          {!mayEnable && !mayInstall && (
            <Button onClick={() => copy(request)}>{copied ? t("copied") : t("absent.copy")}</Button>
          )}
          <ButtonLink to="/">{t("goHome")}</ButtonLink>
          {send.error && <ProblemView problem={send.error} />}
        </>
      }
    />
  );
}

type State = "disabled" | "absent" | "elsewhere" | "hidden";

function stateOf(plugin: PluginView): State {
  switch (plugin.installation?.status) {
    case "DISABLED":
      return "disabled";
    case "INSTALLED":
      return "elsewhere";
    default:
      return "absent";
  }
}

/** Another workspace of one's own in which the plugin is on. */
function useElsewhere(id: string, wanted: boolean) {
  const { api } = usePlatform();
  const { me, workspace } = useMe();
  const others = wanted ? me.workspaces.filter((one) => one.id !== workspace?.id).slice(0, 5) : [];
  const answers = useQueries({
    queries: others.map((one) => ({
      queryKey: [`/workspaces/${one.id}/plugins/${id}`, {}, null],
      queryFn: () => api.call<{ enabled: boolean }>("GET", `/workspaces/${one.id}/plugins/${id}`),
      retry: false,
    })),
  });
  return others.find((_, at) => answers[at]?.data?.data.enabled);
}
