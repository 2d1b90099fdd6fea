import { Card, RadioGroup, Stack, Switch } from "@plexica/ui";
import { useT } from "../../i18n/useT";
import { usePreferences } from "../../state/preferences";
import { useChange } from "./useChange";

const MODES = ["system", "light", "dark"] as const;

export function LookCard() {
  const t = useT("me");
  const { preferences } = usePreferences();
  const change = useChange();
  return (
    <Card title={t("look.title")}>
      <Stack gap={20}>
        <RadioGroup
          label={t("look.label")}
          value={preferences.mode ?? "system"}
          onChange={(mode) => change({ mode })}
          options={MODES.map((mode) => ({ value: mode, label: t(`look.${mode}`) }))}
        />
        <Switch
          spread
          label={t("look.keys")}
          help={t("look.keysHelp")}
          checked={preferences.letterKeys ?? true}
          onChange={(letterKeys) => change({ letterKeys })}
        />
      </Stack>
    </Card>
  );
}
