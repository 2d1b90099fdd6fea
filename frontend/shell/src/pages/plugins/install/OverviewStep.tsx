import type { PluginVersion, PluginView, Preview, Problem } from "@plexica/api-client";
import { Banner, Button, Card, PageHead, ProblemView } from "@plexica/ui";
import type { UseQueryResult } from "@tanstack/react-query";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { FrameNotice } from "../preview/FrameNotice";
import { useStepWords } from "../preview/stepWords";
import { Foot } from "./Foot";

export interface StepProps {
  plugin: PluginView;
  version: PluginVersion;
  preview: UseQueryResult<Preview, Problem>;
  back(): void;
  on(): void;
}

/** What the plugin is for, and all that is missing for it. */
export function OverviewStep({ plugin, version, preview, blocked, on }: StepProps & { blocked: Preview["problems"] }) {
  const t = useT("plugins");
  const { tenant } = useMe();
  const words = useStepWords();
  const others = preview.data?.steps.filter(
    (step) => step.action === "install" && !step.target.startsWith(plugin.id + "@"),
  );
  return (
    <>
      <PageHead title={t("installOne", { plugin: plugin.name })} description={plugin.description} />
      <div className="sh-plugin-page">
        {preview.error && <ProblemView problem={preview.error} onRetry={() => void preview.refetch()} />}
        {blocked.length > 0 && (
          <Banner tone="warning" title={t("install.missing", { plugin: plugin.name })}>
            <ul className="sh-bullets">
              {blocked.map((problem) => (
                <li key={problem.code + problem.message}>{problem.message}</li>
              ))}
            </ul>
          </Banner>
        )}
        {version.status === "DEPRECATED" && (
          <Banner tone="warning" title={t("versions.deprecated")}>
            {version.replacement && t("install.replacement", { plugin: version.replacement })}
          </Banner>
        )}
        <FrameNotice version={version} />
        {preview.data?.warnings.map((warning) => (
          <Banner key={warning} tone="warning">
            {warning}
          </Banner>
        ))}
        <Card title={t("install.purpose")}>
          <p>{version.manifest.description ?? plugin.description}</p>
        </Card>
        {others && others.length > 0 && (
          <Card title={t("install.brings")}>
            <ul className="sh-changes">
              {others.map((step) => (
                <li key={step.target}>{words(step)}</li>
              ))}
            </ul>
          </Card>
        )}
        <p className="sh-quiet">{t("install.previewOnly", { tenant: tenant.name })}</p>
      </div>
      <Foot plugin={plugin.id}>
        <Button
          variant="primary"
          busy={preview.isLoading}
          disabledReason={blocked.length > 0 && t("install.blocked")}
          onClick={on}
        >
          {t("install.toPermissions")}
        </Button>
      </Foot>
    </>
  );
}
