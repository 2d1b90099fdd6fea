import { accentFor, applyAccent, Badge, Card, IconTile, Stack } from "@plexica/ui";
import type { Mode } from "@plexica/ui";
import { useLayoutEffect, useRef } from "react";
import { showable } from "../../../app/Theme";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { tidyColour } from "../model/draft";
import type { Draft } from "../model/draft";

const MODES: Mode[] = ["light", "dark"];

/** The look as it would be, in both modes, before it is saved. */
export function Preview({ draft }: { draft: Draft }) {
  const t = useT("settings");
  const colour = tidyColour(draft.accent);
  const shifted = colour === null ? [] : MODES.filter((mode) => accentFor(colour, mode).shifted);
  return (
    <Card title={t("general.preview")}>
      <Stack gap={12}>
        {MODES.map((mode) => (
          <Look
            key={mode}
            mode={mode}
            colour={colour}
            logo={mode === "dark" ? draft.logoDark || draft.logo : draft.logo}
          />
        ))}
        {shifted.map((mode) => (
          <p key={mode} className="sh-hint">
            {t(`general.shifted.${mode}`, { colour: colour === null ? "" : accentFor(colour, mode).accent })}
          </p>
        ))}
      </Stack>
    </Card>
  );
}

function Look({ mode, colour, logo }: { mode: Mode; colour: string | null; logo: string }) {
  const t = useT("settings");
  const { tenant, workspace } = useMe();
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (box.current) applyAccent(box.current, colour, mode);
  }, [colour, mode]);
  return (
    <div ref={box} className="sh-look" data-theme={mode} role="img" aria-label={t(`general.modes.${mode}`)}>
      <div className="sh-look__head">
        <IconTile size={36} letter={tenant.name} src={showable(logo)} colour={colour ?? "accent"} />
        <div>
          <b>{tenant.name}</b>
          <span>{workspace?.name}</span>
        </div>
      </div>
      <div className="sh-look__row">
        <span className="sh-look__button">{t("general.button")}</span>
        <span className="sh-look__link">{t("general.link")}</span>
        <Badge tone="accent">{t("general.badge")}</Badge>
      </div>
    </div>
  );
}
