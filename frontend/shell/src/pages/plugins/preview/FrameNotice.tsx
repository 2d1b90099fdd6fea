import type { PluginVersion } from "@plexica/api-client";
import { Banner } from "@plexica/ui";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { isFramed, leftOut } from "../catalogue";

/** Says that a version's pages run in frames, why, and what of it is left out therefore; nothing where they do not. */
export function FrameNotice({ version }: { version: PluginVersion }) {
  const t = useT("plugins");
  const format = useFormat();
  if (!isFramed(version)) return null;
  const asked = version.manifest.web?.sandbox === true;
  const missing = leftOut(version.manifest).map((point) => t(`point.${point.replaceAll(".", "-")}`));
  return (
    <Banner tone={asked ? "neutral" : "warning"} title={t(asked ? "framed.asked" : "framed.unsigned")}>
      {t("framed.text")} {missing.length > 0 && t("framed.leftOut", { what: format.list(missing) })}
    </Banner>
  );
}
