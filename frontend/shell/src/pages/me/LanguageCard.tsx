import { Card, Combobox, RadioGroup, Stack } from "@plexica/ui";
import { useMemo } from "react";
import { changeLanguage } from "../../i18n/i18n";
import type { Language } from "../../i18n/i18n";
import { useLanguage, useT } from "../../i18n/useT";
import { usePreferences } from "../../state/preferences";
import { useChange } from "./useChange";

const OWN_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function LanguageCard() {
  const t = useT("me");
  const language = useLanguage() as Language;
  const { preferences } = usePreferences();
  const change = useChange();
  const zones = useMemo(
    () =>
      [...new Set([OWN_ZONE, ...Intl.supportedValuesOf("timeZone"), "UTC"])]
        .sort()
        .map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") })),
    [],
  );
  const choose = (chosen: Language): void => {
    void changeLanguage(chosen);
    change({ language: chosen });
  };
  return (
    <Card title={t("language.title")}>
      <Stack gap={20}>
        <RadioGroup
          label={t("language.label")}
          value={language}
          onChange={choose}
          options={[
            { value: "en", label: "English" },
            { value: "it", label: "Italiano" },
          ]}
        />
        <Combobox
          label={t("language.zone")}
          help={t("language.zoneHelp")}
          options={zones}
          value={preferences.timeZone ?? OWN_ZONE}
          onChange={(timeZone) => change({ timeZone: timeZone ?? OWN_ZONE })}
        />
      </Stack>
    </Card>
  );
}
