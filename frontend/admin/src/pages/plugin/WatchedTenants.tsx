import { Card, ItemList } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import type { RolloutMove } from "../../api/plugins.types";
import { Tile } from "../../common/tiles";
import { useFormat } from "../../common/useFormat";

/** The tenants that were moved lately; they go back by themselves when it goes wrong there. */
export function WatchedTenants({ moves }: { moves: RolloutMove[] }) {
  const { t } = useTranslation("registry");
  const format = useFormat();
  if (moves.length === 0) {
    return null;
  }
  const state = (move: RolloutMove) =>
    move.backFailure
      ? t("rollout.stuck", { reason: move.backFailure })
      : move.backReason
        ? t("rollout.goesBack", { reason: move.backReason })
        : `${t("rollout.until")} ${format.time(Date.parse(move.until))}`;
  return (
    <Card title={t("rollout.watched")} note={moves.length}>
      <p className="ad-quiet">{t("rollout.watchedText", { version: moves[0]!.to })}</p>
      <ItemList
        label={t("rollout.watched")}
        items={moves.map((move) => ({
          id: move.tenant,
          icon: <Tile name={move.tenant} id={move.tenant} />,
          title: (
            <>
              <b>{move.tenant}</b> {move.from} → {move.to}
            </>
          ),
          detail: state(move),
        }))}
      />
    </Card>
  );
}
