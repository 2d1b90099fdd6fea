import { Card, Combobox, KeyValueList, Select, Stack, TextField } from "@plexica/ui";
import { useMemo } from "react";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import type { PartProps } from "./GeneralForm";

/** What the tenant is called, and how it is reached. */
export function ContactCard({ draft, change, error, readOnly }: PartProps) {
  const t = useT("settings");
  const { tenant } = useMe();
  const zones = useMemo(
    () => [...Intl.supportedValuesOf("timeZone"), "UTC"].map((value) => ({ value, label: value.replaceAll("_", " ") })),
    [],
  );
  return (
    <Card title={t("general.title")}>
      <Stack gap={20}>
        <KeyValueList
          items={[
            { label: t("general.name"), value: tenant.name },
            { label: t("general.slug"), value: tenant.slug },
          ]}
        />
        <p className="sh-hint">{t("general.nameHelp")}</p>
        <Select
          label={t("general.language")}
          help={t("general.languageHelp")}
          value={draft.language}
          error={error("language")}
          options={[
            { value: "", label: t("general.asBrowser") },
            { value: "en", label: "English" },
            { value: "it", label: "Italiano" },
          ]}
          onChange={(language) => readOnly || change({ language })}
        />
        <Combobox
          label={t("general.timezone")}
          help={t("general.timezoneHelp")}
          optional
          options={zones}
          value={draft.timezone || null}
          error={error("timezone")}
          onChange={(timezone) => readOnly || change({ timezone: timezone ?? "" })}
        />
        <TextField
          label={t("general.contactEmail")}
          help={t("general.contactHelp")}
          optional
          type="email"
          readOnly={readOnly}
          value={draft.contactEmail}
          error={error("contactEmail")}
          onChange={(contactEmail) => change({ contactEmail })}
        />
        <TextField
          label={t("general.website")}
          optional
          type="url"
          placeholder="https://"
          readOnly={readOnly}
          value={draft.website}
          error={error("website")}
          onChange={(website) => change({ website })}
        />
      </Stack>
    </Card>
  );
}
