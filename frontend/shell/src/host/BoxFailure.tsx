import { Button } from "@plexica/ui";
import { RotateCcw } from "lucide-react";
import { useT } from "../i18n/useT";
import type { Placed } from "../state/console";
import type { Failure } from "./Contribution";
import { plainLabel } from "./label";
import { reasonOf } from "./PageFailure";

/** Stands where a widget, a tab or a group of fields would. */
export function BoxFailure({ placed, failure }: { placed: Placed; failure: Failure }) {
  const t = useT();
  return (
    <div className="sh-box-failure" role="status">
      <p>
        <b>{t("boxCrash.title", { name: plainLabel(placed) })}</b>
      </p>
      <p>{t(`boxCrash.${reasonOf(failure) === "closed" ? "closed" : "text"}`, { plugin: placed.plugin.name })}</p>
      <Button size="small" icon={RotateCcw} onClick={failure.tryAgain}>
        {t("tryAgain")}
      </Button>
    </div>
  );
}
