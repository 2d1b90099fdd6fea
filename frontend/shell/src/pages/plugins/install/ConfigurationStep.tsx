import { Button, Card, PageHead } from "@plexica/ui";
import { checkForm, SchemaForm } from "@plexica/ui/schema-form";
import { useState } from "react";
import { useT } from "../../../i18n/useT";
import { FormLanguage, useFormWords } from "../FormLanguage";
import { settingErrors } from "../preview/problems";
import { fromPlugin } from "../schema";
import { Foot } from "./Foot";
import type { StepProps } from "./OverviewStep";

interface ConfigurationStepProps extends StepProps {
  values: Record<string, unknown>;
  secrets: readonly string[];
  onChange(values: Record<string, unknown>): void;
}

/** Its settings, from its schema. All of them can be changed later. */
export function ConfigurationStep({
  plugin,
  version,
  preview,
  values,
  secrets,
  onChange,
  back,
  on,
}: ConfigurationStepProps) {
  const t = useT("plugins");
  const words = useFormWords();
  const [tried, setTried] = useState(false);
  const { schema, defaults = {} } = version.manifest.configuration ?? {};
  const wrong = checkForm(schema, values, { secrets, inherited: defaults, words });
  const errors = { ...(tried ? settingErrors(preview.data) : {}), ...(tried ? wrong : {}) };
  const next = (): void => {
    setTried(true);
    if (Object.keys(wrong).length === 0) on();
  };
  return (
    <>
      <PageHead title={t("install.setUp", { plugin: plugin.name })} description={t("install.changeLater")} />
      <Card>
        <FormLanguage>
          <SchemaForm
            schema={schema}
            value={values}
            onChange={onChange}
            errors={errors}
            secrets={secrets}
            inherited={fromPlugin(defaults)}
            originLabel={(origin) => t(`origin.${origin}`, { defaultValue: origin })}
          />
        </FormLanguage>
      </Card>
      <Foot plugin={plugin.id} onBack={back}>
        <Button variant="primary" onClick={next}>
          {t("install.toReview")}
        </Button>
      </Foot>
    </>
  );
}
