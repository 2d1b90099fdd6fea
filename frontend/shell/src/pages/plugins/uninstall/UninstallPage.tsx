import { isProblem, useInvalidate, useSend } from "@plexica/api-client";
import type { PluginView } from "@plexica/api-client";
import {
  Banner,
  Button,
  ButtonLink,
  Card,
  ConfirmByTyping,
  Loading,
  PageHead,
  ProblemView,
  RadioGroup,
  SkeletonCard,
  Stack,
} from "@plexica/ui";
import { useState } from "react";
import { useNavigate, useParams } from "react-router";
import { ProblemPage } from "../../../common/ProblemPage";
import { RefusedPage } from "../../../common/Refused";
import { PageSkeleton } from "../../../common/PageSkeleton";
import { useFeedback } from "../../../common/Feedback";
import { CatalogueIcon } from "../../../frame/PluginIcon";
import { usePageTitle } from "../../../frame/title";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { NotFound } from "../../NotFound";
import { isHere } from "../catalogue";
import { hasMoved } from "../preview/problems";
import { TOUCHED, usePlugin } from "../usePlugin";
import { useUninstallPreview } from "./usePreview";
import type { Fate } from "./usePreview";
import "../plugins.css";

/** Taking a plugin away: with its data kept, or with its data deleted for ever. */
export default function UninstallPage() {
  const t = useT("plugins");
  const { can } = useMe();
  return can("core:plugins:install") ? <Find /> : <RefusedPage title={t("title")} what={t("uninstall.refusedPage")} />;
}

function Find() {
  const t = useT("plugins");
  const { id = "" } = useParams();
  const { data: plugin, problem, again } = usePlugin(id);
  usePageTitle([t("title"), "/manage/plugins"], [plugin?.name ?? id, `/manage/plugins/${id}`], [t("uninstall.crumb")]);
  if (isProblem(problem) && problem.status === 404) return <NotFound />;
  if (!plugin) return problem ? <ProblemPage title={id} problem={problem} onRetry={again} /> : <PageSkeleton />;
  return <WhileHere key={id} plugin={plugin} />;
}

/** Who has come while it was here stays until they are led away, and not before a page that is none. */
function WhileHere({ plugin }: { plugin: PluginView }) {
  const [was] = useState(isHere(plugin));
  return was || isHere(plugin) ? <Uninstall plugin={plugin} /> : <NotFound />;
}

function Uninstall({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const format = useFormat();
  const { notify } = useFeedback();
  const navigate = useNavigate();
  const [fate, setFate] = useState<Fate>("keep");
  const [moved, setMoved] = useState(false);
  const path = `/tenants/current/plugins/${plugin.id}`;
  const preview = useUninstallPreview(plugin.id);
  const send = useSend();
  const again = useInvalidate();
  const name = { plugin: plugin.name };
  const tables = preview.data?.data.filter((table) => table.rows > 0) ?? [];
  const what =
    tables.length === 0
      ? t("uninstall.noData")
      : format.list(
          tables.map(({ table, rows }) => t("uninstall.rows", { count: rows, table: table.replaceAll("_", " ") })),
        );
  const lost = Math.max(0, ...(preview.data?.permissions.lost.map((one) => one.people) ?? []));
  const stands = preview.data?.problems ?? [];

  const run = async (): Promise<void> => {
    const ifMatch = preview.stateFor(fate);
    await send.mutateAsync({ method: "DELETE", path, query: { deleteData: fate === "delete" }, ifMatch });
    notify({ text: t(fate === "keep" ? "uninstall.done" : "uninstall.doneDeleted", name) });
    await navigate("/manage/plugins");
    await again(...TOUCHED);
  };
  const uninstall = (): void => {
    setMoved(false);
    void run().catch(async (error: unknown) => {
      if (!hasMoved(error)) return;
      await preview.again();
      send.reset();
      setMoved(true);
    });
  };
  return (
    <>
      <PageHead
        icon={<CatalogueIcon plugin={plugin} size={52} />}
        title={t("uninstall.title", name)}
        description={lost > 0 ? t("uninstall.people", { count: lost }) : t("uninstall.text")}
      />
      {moved && <Banner tone="warning" title={t("moved")} urgent />}
      {preview.error && <ProblemView problem={preview.error} onRetry={() => void preview.again()} />}
      {send.error && <ProblemView problem={send.error} onRetry={uninstall} />}
      {!preview.data ? (
        !preview.error && (
          <Loading>
            <SkeletonCard height={220} />
          </Loading>
        )
      ) : stands.length > 0 ? (
        <Banner
          tone="warning"
          title={t("uninstall.refused", name)}
          actions={<ButtonLink to="/manage/plugins?tab=installed">{t("toPlugins")}</ButtonLink>}
        >
          <ul className="sh-bullets">
            {stands.map((problem) => (
              <li key={problem.message}>{problem.message}</li>
            ))}
          </ul>
        </Banner>
      ) : (
        <Card>
          <Stack gap={20}>
            <RadioGroup
              label={t("uninstall.fate")}
              boxed
              value={fate}
              onChange={setFate}
              options={[
                { value: "keep", label: t("uninstall.keep", { what }), help: t("uninstall.keepHelp") },
                { value: "delete", label: t("uninstall.delete"), help: t("uninstall.deleteHelp", { what }) },
              ]}
            />
            {fate === "keep" ? (
              <div>
                <Button variant="primary" busy={send.isPending || preview.busy} onClick={uninstall}>
                  {t("uninstall.verb", name)}
                </Button>
              </div>
            ) : (
              <ConfirmByTyping
                word={plugin.id}
                action={t("uninstall.verbDelete", name)}
                busy={send.isPending || preview.busy}
                onConfirm={uninstall}
              />
            )}
          </Stack>
        </Card>
      )}
      <p className="sh-foot-link">
        <ButtonLink variant="quiet" to={`/manage/plugins/${plugin.id}`}>
          {t("cancel")}
        </ButtonLink>
      </p>
    </>
  );
}
