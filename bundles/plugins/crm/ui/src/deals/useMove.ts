import { isProblem, usePlexica } from "@plexica/plugin-api";
import type { Deal, Stage } from "../common/types";
import { changed } from "../common/useGet";
import { wordOf } from "./stages";

/** Moves a deal to another stage; Undo moves it back. */
export function useMove(): (deal: Deal, stage: Stage) => Promise<void> {
  const { api, t, notify } = usePlexica();
  const send = async (id: string, stage: Stage): Promise<boolean> => {
    try {
      await api.patch(`/deals/${id}`, { stage });
      return true;
    } catch (error) {
      if (!isProblem(error)) throw error;
      notify({ text: error.detail, tone: "bad" });
      return false;
    } finally {
      changed();
    }
  };
  return async (deal, stage) => {
    if (deal.stage === stage || !(await send(deal.id, stage))) return;
    notify({
      text: t("deal.moved", { title: deal.title, stage: t(wordOf(stage)) }),
      tone: "good",
      action: { label: t("undo"), run: () => void send(deal.id, deal.stage) },
    });
  };
}
