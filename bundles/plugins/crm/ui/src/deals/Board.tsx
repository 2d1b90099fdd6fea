import { usePlexica } from "@plexica/plugin-api";
import { useRef } from "react";
import { adopt } from "../common/styles";
import { STAGES } from "../common/types";
import type { Figures } from "../common/types";
import { useGet } from "../common/useGet";
import css from "./board.css?inline";
import { BoardColumn } from "./BoardColumn";
import { moveFocus } from "./moveFocus";
import { NoDeals } from "./NoDeals";

adopt(css);

/** The pipeline: a column for each stage. Arrows go from deal to deal; with Shift they move the deal. */
export function Board({
  q,
  onAdd,
}: {
  q: string;
  onAdd: (() => void) | undefined;
}) {
  const { t, can } = usePlexica();
  const board = useRef<HTMLDivElement>(null);
  const { data: figures } = useGet<Figures>("/deals/figures");
  if (figures?.total === 0) return <NoDeals q="" clear={null} onAdd={onAdd} />;
  return (
    <>
      {can("crm:deals:write") && (
        <p className="crm-board__help">{t("deals.keys")}</p>
      )}
      <div
        className="crm-board"
        ref={board}
        onKeyDown={(event) => moveFocus(event, board.current)}
      >
        {STAGES.map((stage) => (
          <BoardColumn
            key={stage}
            stage={stage}
            q={q}
            figures={figures?.stages.find(({ name }) => name === stage)}
          />
        ))}
      </div>
    </>
  );
}
