import { usePlexica } from "@plexica/plugin-api";
import type { Page } from "@plexica/plugin-api";
import {
  Button,
  Loading,
  ProblemView,
  Skeleton,
  StateBadge,
} from "@plexica/ui";
import { useId, useState } from "react";
import type { DragEvent } from "react";
import { useFormat } from "../common/format";
import type { Deal, Stage, StageFigures } from "../common/types";
import { useGet } from "../common/useGet";
import { BoardCard, DRAGGED } from "./BoardCard";
import { TONES, wordOf } from "./stages";
import { useMove } from "./useMove";

const STEP = 25;
const MOST = 200;

export interface BoardColumnProps {
  stage: Stage;
  q: string;
  figures: StageFigures | undefined;
}

/** The deals at one stage, the last changed first; a deal that is dropped here moves here. */
export function BoardColumn({ stage, q, figures }: BoardColumnProps) {
  const { t, can } = usePlexica();
  const format = useFormat();
  const id = useId();
  const move = useMove();
  const [size, setSize] = useState(STEP);
  const [over, setOver] = useState(false);
  const { data, problem, again } = useGet<Page<Deal>>("/deals", {
    stage,
    q,
    sort: "-updatedAt",
    size,
  });
  const worth = figures && format.sums(figures.value);

  const drop = (event: DragEvent): void => {
    setOver(false);
    const text = event.dataTransfer.getData(DRAGGED);
    if (!text) return;
    event.preventDefault();
    void move(JSON.parse(text) as Deal, stage);
  };
  const hover = (event: DragEvent): void => {
    if (!can("crm:deals:write") || !event.dataTransfer.types.includes(DRAGGED))
      return;
    event.preventDefault();
    setOver(true);
  };
  return (
    <section
      className={over ? "crm-column crm-column--over" : "crm-column"}
      aria-labelledby={id}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <header className="crm-column__head">
        <h2 id={id}>
          <StateBadge tone={TONES[stage]}>{t(wordOf(stage))}</StateBadge>
        </h2>
        {data && (
          <span className="crm-column__count">{format.number(data.total)}</span>
        )}
        {worth && worth.length > 0 && !q && (
          <p className="crm-column__worth">{worth.join(" + ")}</p>
        )}
      </header>
      {data ? (
        <ul>
          {data.items.map((deal) => (
            <BoardCard key={deal.id} deal={deal} />
          ))}
        </ul>
      ) : problem ? (
        <ProblemView problem={problem} onRetry={again} />
      ) : (
        <Loading onRetry={again}>
          <Skeleton height={84} />
        </Loading>
      )}
      {data?.total === 0 && (
        <p className="crm-column__none">
          {t(q ? "deals.noneHere" : "deals.emptyHere")}
        </p>
      )}
      {data && data.total > data.items.length && size < MOST && (
        <Button
          variant="quiet"
          size="small"
          onClick={() => setSize(Math.min(MOST, size + STEP))}
        >
          {t("deals.more")}
        </Button>
      )}
    </section>
  );
}
