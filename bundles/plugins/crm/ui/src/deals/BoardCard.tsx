import { usePlexica } from "@plexica/plugin-api";
import { useRef } from "react";
import type { KeyboardEvent } from "react";
import { useFormat } from "../common/format";
import type { Deal } from "../common/types";
import { ContactName } from "./ContactName";
import { DealMenu } from "./DealMenu";
import { neighbour, wordOf } from "./stages";
import { useMove } from "./useMove";

export const DRAGGED = "application/x-crm-deal";

/** A deal was moved by the keyboard: its card takes the focus again where it comes to lie. */
let following: string | undefined;

export function BoardCard({ deal }: { deal: Deal }) {
  const { t, can } = usePlexica();
  const format = useFormat();
  const move = useMove();
  const mayMove = can("crm:deals:write");
  const amount = format.money(deal.amount, deal.currency);
  const placed = useRef(false);

  const keys = (event: KeyboardEvent): void => {
    if (!mayMove || !event.shiftKey || event.target !== event.currentTarget)
      return;
    const step =
      event.key === "ArrowRight"
        ? 1
        : event.key === "ArrowLeft"
          ? -1
          : undefined;
    const stage = step && neighbour(deal.stage, step);
    if (!stage) return;
    event.preventDefault();
    following = deal.id;
    void move(deal, stage);
  };
  const arrived = (card: HTMLLIElement | null): void => {
    if (!card || placed.current) return;
    placed.current = true;
    if (following !== deal.id) return;
    following = undefined;
    card.focus();
  };
  return (
    <li
      ref={arrived}
      className="crm-card"
      tabIndex={0}
      draggable={mayMove}
      aria-label={[deal.title, amount, t(wordOf(deal.stage))]
        .filter(Boolean)
        .join(", ")}
      onKeyDown={keys}
      onDragStart={(event) => {
        event.dataTransfer.setData(DRAGGED, JSON.stringify(deal));
        event.dataTransfer.effectAllowed = "move";
      }}
    >
      <div className="crm-card__words">
        <b>{deal.title}</b>
        <span>
          <ContactName id={deal.contactId} />
        </span>
        {amount && <span className="crm-card__amount">{amount}</span>}
      </div>
      <DealMenu deal={deal} />
    </li>
  );
}
