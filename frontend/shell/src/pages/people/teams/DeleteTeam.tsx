import { useApi, useSend } from "@plexica/api-client";
import type { Page } from "@plexica/api-client";
import { useFeedback } from "../../../common/Feedback";
import { FormDialog } from "../../../common/FormDialog";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useGone } from "../../../common/useGone";
import { useRoleName } from "../common/useRoleName";
import type { Member, Team } from "../model/views";

/** Deletes a team, after saying whom that concerns and what they lose. */
export function DeleteTeam({ team, onClose, onGone }: { team: Team; onClose(): void; onGone(): void }) {
  const t = useT("people");
  const format = useFormat();
  const roleName = useRoleName();
  const { notify } = useFeedback();
  const send = useSend();
  const gone = useGone();
  const { data } = useApi<Page<Member>>(`/teams/${team.id}/members`, { query: { size: 1 } });
  const count = data?.total ?? 0;
  const remove = async (): Promise<void> => {
    await send.mutateAsync({ method: "DELETE", path: `/teams/${team.id}` });
    notify({ text: t("team.deleted", { team: team.name }), tone: "good" });
    onClose();
    onGone();
    await gone("/teams", "/auth/me");
  };
  return (
    <FormDialog
      title={t("team.deleteTitle", { team: team.name })}
      description={
        team.roles.length > 0
          ? t("team.deleteLends", { count, roles: format.list(team.roles.map(roleName)) })
          : t("team.deleteText", { count })
      }
      submit={t("team.deleteSubmit", { team: team.name })}
      danger
      send={send}
      onClose={onClose}
      onSubmit={() => void remove().catch(() => {})}
    />
  );
}
