import { isProblem, useSend } from "@plexica/api-client";
import type { PluginConfiguration } from "@plexica/api-client";
import { Button, ProblemView, Stack } from "@plexica/ui";
import { checkForm, errorsOf, SchemaForm } from "@plexica/ui/schema-form";
import { useState } from "react";
import { DraftConflict } from "../../../common/DraftConflict";
import { LeaveGuard } from "../../../common/LeaveGuard";
import { useDraft } from "../../../common/useDraft";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import { useFormWords } from "../../plugins/FormLanguage";
import { TOUCHED } from "../common/useAct";
import type { WorkspacePlugin } from "../model/views";

interface PluginFormProps {
  path: string;
  name: string;
  own: WorkspacePlugin;
  etag: string | null;
  tenant: PluginConfiguration;
  mayChange: boolean;
}

/** Settings of a plugin for one workspace; what is not set there is as in the tenant. */
export function PluginForm({ path, name, own, etag, tenant, mayChange }: PluginFormProps) {
  const t = useT("people");
  const words = useFormWords();
  const { notify } = useFeedback();
  const draft = useDraft(own.configuration, etag);
  const { value, dirty } = draft;
  const [tried, setTried] = useState(false);
  const save = useSend<WorkspacePlugin>({ invalidates: TOUCHED });
  const secrets = Object.keys(tenant.secrets);
  const storedSecrets = secrets
    .filter((one) => own.secrets.includes(one) || tenant.secrets[one]?.set)
    .map((one) => `/${one}`);
  const origins = Object.fromEntries(
    Object.keys(tenant.values).map((key) => [key, tenant.origins[key] === "default" ? "default" : "tenant"]),
  );
  const inherited = { values: tenant.values, origins };
  const wrong = checkForm(tenant.schema, value, { secrets, storedSecrets, inherited: tenant.values, words });
  const errors = { ...(tried ? wrong : {}), ...within(errorsOf(save.error)) };
  const stale = isProblem(save.error, "precondition-failed");

  const send = async (configuration = value, version = draft.etag): Promise<void> => {
    setTried(true);
    if (Object.keys(wrong).length > 0) return;
    const saved = await save.mutateAsync({ method: "PUT", path, body: { configuration }, ifMatch: version });
    draft.keep(saved.data.configuration, saved.etag);
    notify({ text: t("plugin.saved", { plugin: name }), tone: "good" });
  };
  const discard = (): void => {
    save.reset();
    draft.drop();
  };
  return (
    <Stack gap={16}>
      <LeaveGuard dirty={dirty && mayChange && !save.isPending} panel="plugin" />
      <h3>{t("plugin.settings")}</h3>
      <SchemaForm
        schema={tenant.schema}
        value={value}
        onChange={draft.set}
        errors={errors}
        secrets={secrets}
        storedSecrets={storedSecrets}
        inherited={inherited}
        originLabel={(origin) => t(`plugin.origin.${origin}`, { defaultValue: origin })}
        readOnly={!mayChange}
        headingLevel={3}
      />
      {stale && (
        <DraftConflict
          name={name}
          draft={draft}
          path={path}
          draftOf={({ configuration }: WorkspacePlugin) => configuration}
          secrets={secrets}
          busy={save.isPending}
          onMine={(configuration, version) => void send(configuration, version).catch(() => {})}
          onSettled={save.reset}
        />
      )}
      {save.error && save.error.errors.length === 0 && !stale && <ProblemView problem={save.error} />}
      {dirty && mayChange && (
        <Stack direction="across" gap={8}>
          <Button variant="primary" size="small" busy={save.isPending} onClick={() => void send().catch(() => {})}>
            {t("plugin.save")}
          </Button>
          <Button variant="quiet" size="small" onClick={discard}>
            {t("profile.discard")}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}

/** Pointers as the form knows them. */
function within(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).map(([at, text]) => [at.replace(/^\/configuration/, ""), text]));
}
