import { isProblem, usePlexica } from "@plexica/plugin-api";
import type { Deal } from "../common/types";
import { changed } from "../common/useGet";

/** Deletes a deal at once; Undo enters it again. */
export function useDeleteDeal(): (deal: Deal) => Promise<void> {
  const { api, t, can, notify } = usePlexica();
  const refused = (error: unknown): void =>
    notify({
      text: isProblem(error) ? error.detail : String(error),
      tone: "bad",
    });
  return async (deal) => {
    try {
      await api.delete(`/deals/${deal.id}`);
    } catch (error) {
      return refused(error);
    }
    changed();
    const { title, contactId, amount, currency, stage } = deal;
    const restore = (): void =>
      void api
        .post("/deals", { title, contactId, amount, currency, stage })
        .then(changed, refused);
    notify({
      text: t("deal.deleted", { title }),
      tone: "good",
      ...(can("crm:deals:write")
        ? { action: { label: t("undo"), run: restore } }
        : {}),
    });
  };
}
