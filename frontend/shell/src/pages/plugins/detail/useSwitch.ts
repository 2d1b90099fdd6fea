import { isProblem, useSend } from "@plexica/api-client";
import type { Installation, PluginView } from "@plexica/api-client";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import { TOUCHED } from "../usePlugin";

/** Disables and enables a plugin, with a way back for ten seconds. */
export function useSwitch(plugin: PluginView) {
  const t = useT("plugins");
  const { notify } = useFeedback();
  const send = useSend<Installation>({ invalidates: TOUCHED });
  const act = async (verb: "enable" | "disable"): Promise<void> => {
    const back = verb === "enable" ? "disable" : "enable";
    try {
      await send.mutateAsync({ path: `/tenants/current/plugins/${plugin.id}/${verb}` });
      notify({ text: t(`${verb}.done`, { plugin: plugin.name }), undo: () => act(back) });
    } catch (error) {
      notify({ text: isProblem(error) ? error.detail : t("failed"), tone: "bad" });
    }
  };
  return { act, busy: send.isPending };
}
