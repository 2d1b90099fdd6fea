import { usePlexica } from "@plexica/plugin-api";
import { Menu } from "@plexica/ui";
import type { MenuEntry } from "@plexica/ui";
import { Pencil, Trash2, User } from "lucide-react";
import { useState } from "react";
import { STAGES } from "../common/types";
import type { Deal } from "../common/types";
import { DealDialog } from "./DealDialog";
import { wordOf } from "./stages";
import { useDeleteDeal } from "./useDeleteDeal";
import { useMove } from "./useMove";

/** What can be done with one deal, as far as the user may. */
export function DealMenu({ deal }: { deal: Deal }) {
  const { t, can, href } = usePlexica();
  const move = useMove();
  const remove = useDeleteDeal();
  const [editing, setEditing] = useState(false);
  const items: MenuEntry[] = [];
  if (can("crm:deals:write")) {
    items.push(
      {
        id: "edit",
        label: t("deal.edit"),
        icon: Pencil,
        onSelect: () => setEditing(true),
      },
      "line",
    );
    for (const stage of STAGES) {
      items.push({
        id: stage,
        label: t("deal.moveTo", { stage: t(wordOf(stage)) }),
        checked: stage === deal.stage,
        onSelect: () => void move(deal, stage),
      });
    }
    items.push("line");
  }
  if (can("crm:contacts:read")) {
    items.push({
      id: "contact",
      label: t("contact.open"),
      icon: User,
      to: href(`/contacts/${deal.contactId}`),
    });
  }
  if (can("crm:deals:delete")) {
    items.push({
      id: "delete",
      label: t("deal.delete"),
      icon: Trash2,
      danger: true,
      onSelect: () => void remove(deal),
    });
  }
  if (items.length === 0) return null;
  return (
    <>
      <Menu label={t("more", { name: deal.title })} items={items} />
      {editing && <DealDialog id={deal.id} onClose={() => setEditing(false)} />}
    </>
  );
}
