import { Button, Card, RadioGroup, Stack, TextField } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { tidyColour } from "../model/draft";
import type { PartProps } from "./GeneralForm";
import { LogoField } from "./LogoField";

const OURS = "#0b6178";

/** The tenant's colour, logo, and whether it is light or dark by itself. */
export function LookCard({ draft, change, error, readOnly }: PartProps) {
  const t = useT("settings");
  const colour = tidyColour(draft.accent);
  const wrong = draft.accent !== "" && colour === null ? t("general.noColour") : undefined;
  return (
    <Card title={t("general.look")}>
      <Stack gap={20}>
        <div className="sh-colour">
          <input
            type="color"
            aria-label={t("general.pickColour")}
            value={colour ?? OURS}
            disabled={readOnly}
            onChange={(event) => change({ accent: event.target.value })}
          />
          <TextField
            label={t("general.accent")}
            help={t("general.accentHelp")}
            mono
            optional
            spellCheck={false}
            readOnly={readOnly}
            placeholder={OURS}
            value={draft.accent}
            error={wrong ?? error("accent")}
            onChange={(accent) => change({ accent })}
          />
          {draft.accent !== "" && !readOnly && (
            <Button variant="quiet" onClick={() => change({ accent: "" })}>
              {t("general.noAccent")}
            </Button>
          )}
        </div>
        <LogoField
          label={t("general.logo")}
          value={draft.logo}
          error={error("logo")}
          readOnly={readOnly}
          onChange={(logo) => change({ logo })}
        />
        <LogoField
          label={t("general.logoDark")}
          value={draft.logoDark}
          error={error("logoDark")}
          readOnly={readOnly}
          onChange={(logoDark) => change({ logoDark })}
        />
        <RadioGroup
          label={t("general.mode")}
          value={draft.mode || "system"}
          onChange={(mode) => readOnly || change({ mode: mode === "system" && !draft.mode ? "" : mode })}
          options={["system", "light", "dark"].map((value) => ({ value, label: t(`general.modes.${value}`) }))}
        />
      </Stack>
    </Card>
  );
}
