import { ActionBar, AsidePage, Button, Card, Key, KeyValueList, TextField } from "@plexica/ui";
import { useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { PlanField } from "../../common/PlanField";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import { contentsOf } from "../../logic/imports";
import { sorted } from "../../logic/pointers";
import { isSlug } from "../../logic/slug";
import { Obstacles } from "./Obstacles";
import { StaysBehind } from "./StaysBehind";
import type { Import, ImportState } from "./useImport";

type Preview = Extract<ImportState, { step: "preview" }>;

interface ImportPreviewViewProps {
  state: Preview;
  wanted: Import;
}

/** What would come, as whom, and all that stands in the way. */
export function ImportPreviewView({ state, wanted }: ImportPreviewViewProps) {
  const { t } = useTranslation("transfer");
  const { preview, name } = state;
  const [wish, setWish] = useState({ slug: preview.slug, plan: preview.plan });
  const isOther = wish.slug !== preview.slug || wish.plan !== preview.plan;
  const told = sorted(isOther ? [] : preview.problems, { slug: "/slug", plan: "/plan" });
  const elsewhere = preview.problems.filter(({ pointer }) => pointer !== "/slug" && pointer !== "/plan");
  const slugError = isSlug(wish.slug) ? told.fields.slug : t("tenants:form.slugForm");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isSlug(wish.slug)) {
      wanted.lookAgain(wish);
    }
  };
  return (
    <>
      <AsidePage aside={<StaysBehind />}>
        {elsewhere.length > 0 && <Obstacles name={name} problems={elsewhere} />}
        <Card title={t("import.as")}>
          <form id="wish" className="ad-form" onSubmit={submit} noValidate>
            <TextField
              label={t("tenants:form.slug")}
              help={t("import.slugHelp")}
              value={wish.slug}
              error={slugError}
              onChange={(slug) => setWish({ ...wish, slug })}
              autoCapitalize="none"
              spellCheck={false}
              maxLength={30}
              mono
            />
            <PlanField
              label={t("tenants:form.plan")}
              value={wish.plan}
              present={preview.plan}
              error={told.fields.plan}
              onChange={(plan) => setWish({ ...wish, plan })}
            />
            {isOther && <p className="ad-quiet">{t("import.otherText")}</p>}
          </form>
        </Card>
        <Contents state={state} />
        {state.problem && <Trouble problem={state.problem} />}
      </AsidePage>
      <ActionBar
        start={
          <Button variant="quiet" onClick={wanted.again}>
            {t("import.another")}
          </Button>
        }
        note={t("import.nothingYet")}
      >
        {isOther || preview.problems.length > 0 ? (
          <Button variant="primary" type="submit" form="wish">
            {t("import.check")}
          </Button>
        ) : (
          <Button variant="primary" onClick={wanted.bringIn}>
            {t("import.submit", { name: preview.name })}
          </Button>
        )}
      </ActionBar>
    </>
  );
}

function Contents({ state: { preview, name } }: { state: Preview }) {
  const { t } = useTranslation("transfer");
  const format = useFormat();
  const { bytes, plugins } = contentsOf(preview);
  const parts = preview.steps.map(({ target }) => t(`part.${target}`, { defaultValue: target }));
  return (
    <Card title={t("import.would")} note={name}>
      <KeyValueList
        items={[
          { label: t("import.tenant"), value: preview.name },
          { label: t("import.from"), value: <Key>{preview.exportedFrom}</Key> },
          { label: t("import.of"), value: format.dateTime(preview.exportedAt) },
          { label: t("import.platform"), value: preview.platform },
          { label: t("import.parts"), value: format.list(parts) },
          { label: t("import.plugins"), value: plugins.length === 0 ? t("import.noPlugins") : format.list(plugins) },
          { label: t("import.size"), value: format.bytes(bytes) },
        ]}
      />
    </Card>
  );
}
