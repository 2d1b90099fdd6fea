import { isProblem, useSend } from "@plexica/api-client";
import type { PluginConfiguration, PluginView } from "@plexica/api-client";
import { ActionBar, Banner, Button, Card, EmptyState, Loading, ProblemView, SkeletonText } from "@plexica/ui";
import { checkForm, errorsOf, SchemaForm } from "@plexica/ui/schema-form";
import { SlidersHorizontal } from "lucide-react";
import { useState } from "react";
import { DraftConflict } from "../../../common/DraftConflict";
import { LeaveGuard } from "../../../common/LeaveGuard";
import { useDraft } from "../../../common/useDraft";
import { useFeedback } from "../../../common/Feedback";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { FormLanguage, useFormWords } from "../FormLanguage";
import { fromPlugin, hasSettings } from "../schema";
import { useOwnConfiguration } from "./useOwnConfiguration";
import type { OwnConfiguration } from "./useOwnConfiguration";

/** The plugin's settings in the tenant, as a form from its schema. */
export function ConfigurationTab({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const own = useOwnConfiguration(plugin.id);
  if (own.problem && !own.data) return <ProblemView problem={own.problem} onRetry={own.again} />;
  if (!own.data) {
    return (
      <Loading onRetry={own.again}>
        <SkeletonText lines={6} />
      </Loading>
    );
  }
  if (!hasSettings(own.data.schema)) {
    return <EmptyState icon={SlidersHorizontal} title={t("configuration.none", { plugin: plugin.name })} />;
  }
  return (
    <FormLanguage>
      <Form key={plugin.id} plugin={plugin} configuration={own.data} etag={own.etag} />
    </FormLanguage>
  );
}

interface FormProps {
  plugin: PluginView;
  configuration: OwnConfiguration;
  etag: string | null;
}

function Form({ plugin, configuration, etag }: FormProps) {
  const t = useT("plugins");
  const format = useFormat();
  const words = useFormWords();
  const { notify } = useFeedback();
  const { can } = useMe();
  const draft = useDraft(configuration.values, etag);
  const { value, dirty } = draft;
  const [tried, setTried] = useState(false);
  const path = `/tenants/current/plugins/${plugin.id}/configuration`;
  const save = useSend<PluginConfiguration>({ invalidates: [path] });

  const secrets = Object.keys(configuration.secrets);
  const storedSecrets = secrets.filter((name) => configuration.secrets[name]?.set).map((name) => `/${name}`);
  const inherited = fromPlugin(configuration.defaults);
  const wrong = checkForm(configuration.schema, value, { secrets, storedSecrets, inherited: inherited.values, words });
  const errors = { ...(tried ? wrong : {}), ...errorsOf(save.error) };
  const mayChange = can("core:plugins:configure");
  const stale = isProblem(save.error, "precondition-failed");

  const send = async (values = value, version = draft.etag): Promise<void> => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    const saved = await save.mutateAsync({ method: "PUT", path, body: { values }, ifMatch: version });
    draft.keep(within(values, saved.data.values), saved.etag);
    notify({ text: t("configuration.saved", { plugin: plugin.name }), tone: "good" });
  };
  const discard = (): void => {
    save.reset();
    draft.drop();
  };
  return (
    <>
      <LeaveGuard dirty={dirty && mayChange && !save.isPending} />
      <Card>
        {stale && (
          <DraftConflict
            name={plugin.name}
            draft={draft}
            path={path}
            query={{ effective: false }}
            draftOf={({ values }: PluginConfiguration) => values}
            secrets={secrets}
            busy={save.isPending}
            onMine={(values, version) => void send(values, version).catch(() => {})}
            onSettled={save.reset}
          />
        )}
        {!mayChange && <p className="sh-quiet">{t("configuration.readOnly")}</p>}
        {configuration.problems.length > 0 && <Banner tone="warning" title={t("configuration.unfit")} />}
        <SchemaForm
          schema={configuration.schema}
          value={value}
          onChange={draft.set}
          errors={errors}
          secrets={secrets}
          storedSecrets={storedSecrets}
          inherited={inherited}
          originLabel={(origin) => t(`origin.${origin}`, { defaultValue: origin })}
          readOnly={!mayChange}
        />
        {save.error && save.error.errors.length === 0 && !stale && <ProblemView problem={save.error} />}
        {configuration.changedAt && (
          <p className="sh-changed">
            {t("configuration.changed", {
              ago: format.ago(configuration.changedAt),
              person: configuration.changedBy?.email ?? "",
            })}
          </p>
        )}
      </Card>
      {dirty && mayChange && (
        <ActionBar
          start={
            <Button variant="quiet" onClick={discard}>
              {t("configuration.discard")}
            </Button>
          }
          note={t("configuration.unsaved")}
        >
          <Button variant="primary" busy={save.isPending} onClick={() => void send().catch(() => {})}>
            {t("configuration.save")}
          </Button>
        </ActionBar>
      )}
    </>
  );
}

/** What the tenant itself has set, of all that holds; secrets are never answered. */
function within(own: Record<string, unknown>, all: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.keys(own).flatMap((key) => (key in all ? [[key, all[key]]] : [])));
}
