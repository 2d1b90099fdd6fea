import { isProblem, useOperation } from "@plexica/api-client";
import type { PluginVersion, PluginView } from "@plexica/api-client";
import { AsidePage, Steps } from "@plexica/ui";
import { useEffect, useMemo, useRef } from "react";
import { useParams, useSearchParams } from "react-router";
import { PageSkeleton } from "../../../common/PageSkeleton";
import { ProblemPage } from "../../../common/ProblemPage";
import { RefusedPage } from "../../../common/Refused";
import { CatalogueIcon } from "../../../frame/PluginIcon";
import { usePageTitle } from "../../../frame/title";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { NotFound } from "../../NotFound";
import { obstacles, peopleOf } from "../preview/problems";
import { countSettings } from "../schema";
import { usePlugin, useVersions } from "../usePlugin";
import { ConfigurationStep } from "./ConfigurationStep";
import { draftKey, stepsOf, useDraft } from "./draft";
import type { StepId } from "./draft";
import { OverviewStep } from "./OverviewStep";
import { PermissionsStep } from "./PermissionsStep";
import { ProgressStep } from "./ProgressStep";
import { ReviewStep } from "./ReviewStep";
import { useInstallPreview } from "./usePreview";
import "../plugins.css";

/** Installing a plugin, step by step: nothing changes before the last one. The step stands in the address, what was entered in the tab. */
export default function InstallPage() {
  const t = useT("plugins");
  const { can } = useMe();
  return can("core:plugins:install") ? <Install /> : <RefusedPage title={t("title")} what={t("install.refused")} />;
}

function Install() {
  const { id = "" } = useParams();
  const [params] = useSearchParams();
  const plugin = usePlugin(id);
  const versions = useVersions(id);
  const wanted = params.get("version") ?? plugin.data?.version;
  const version = versions.data?.items.find((one) => one.version === wanted);
  const problem = plugin.problem ?? versions.problem;
  if (isProblem(problem) && problem.status === 404) return <NotFound />;
  if (!plugin.data || !versions.data) {
    const again = () => (plugin.again(), versions.again());
    return problem ? <ProblemPage title={id} problem={problem} onRetry={again} /> : <PageSkeleton />;
  }
  return version ? <Wizard plugin={plugin.data} version={version} /> : <NotFound />;
}

const NO_SECRETS: string[] = [];

function Wizard({ plugin, version }: { plugin: PluginView; version: PluginVersion }) {
  const t = useT("plugins");
  const { tenant, me } = useMe();
  const [params, setParams] = useSearchParams();
  const { configuration } = version.manifest;
  const secrets = configuration?.secrets ?? NO_SECRETS;
  const settings = countSettings(configuration?.schema);
  const draft = useDraft(draftKey(tenant.slug, me.user.id, plugin.id), secrets);
  const operation = params.get("operation");
  const steps = stepsOf(settings);
  const asked = params.get("step") as StepId | null;
  const step: StepId = operation
    ? "progress"
    : asked && steps.includes(asked) && asked !== "progress"
      ? asked
      : "overview";
  const body = useMemo(
    () => ({ version: version.version, configuration: draft.values }),
    [version.version, draft.values],
  );
  const followed = useOperation(operation);
  const preview = useInstallPreview(plugin.id, body, !operation);
  usePageTitle([t("title"), "/manage/plugins"], [plugin.name, `/manage/plugins/${plugin.id}`], [t("install.verb")]);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    void scrollTo(0, 0);
    document.querySelector<HTMLElement>("main h1")?.focus({ preventScroll: true });
  }, [step]);

  const go = (next: StepId, rest: Record<string, string> = {}): void => {
    const pinned = params.get("version");
    setParams({ ...(pinned ? { version: pinned } : {}), step: next, ...rest });
  };
  const at = steps.indexOf(step);
  const move = { back: () => go(steps[at - 1] ?? "overview"), on: () => go(steps[at + 1] ?? "review") };
  const shared = { plugin, version, preview, ...move };
  const notes: Record<StepId, string> = {
    overview: t("install.notes.overview", { plugin: plugin.name }),
    permissions: t("install.notes.permissions", {
      count: preview.data?.permissions.gained.length ?? plugin.permissions.length,
    }),
    configuration: t("install.notes.configuration", { count: settings }),
    review: t("install.notes.review"),
    progress: t("install.notes.progress"),
  };
  return (
    <AsidePage
      side="start"
      aside={
        <>
          <div className="sh-wizard-head">
            <CatalogueIcon plugin={plugin} size={36} />
            <div>
              <b>{t("installOne", { plugin: plugin.name })}</b>
              <small>{[version.version, plugin.author?.name].filter(Boolean).join(" · ")}</small>
            </div>
          </div>
          <Steps
            label={t("installOne", { plugin: plugin.name })}
            current={step}
            finished={followed.operation?.status === "SUCCEEDED"}
            items={steps.map((one) => ({
              id: one,
              title: t(`install.steps.${one}`),
              note: notes[one],
              ...(operation ? {} : { onSelect: () => go(one) }),
            }))}
          />
        </>
      }
    >
      {step === "overview" && <OverviewStep {...shared} blocked={obstacles(preview.data)} />}
      {step === "permissions" && <PermissionsStep {...shared} people={peopleOf(preview.data)} />}
      {step === "configuration" && (
        <ConfigurationStep {...shared} values={draft.values} onChange={draft.change} secrets={secrets} />
      )}
      {step === "review" && (
        <ReviewStep {...shared} body={body} onStarted={(id) => go("progress", { operation: id })} />
      )}
      {step === "progress" && operation && (
        <ProgressStep
          plugin={plugin}
          version={version}
          followed={followed}
          onAgain={() => go("review")}
          onDone={draft.forget}
        />
      )}
    </AsidePage>
  );
}
