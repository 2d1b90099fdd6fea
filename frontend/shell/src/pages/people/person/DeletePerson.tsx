import { useSend } from "@plexica/api-client";
import type { User } from "@plexica/api-client";
import { useFeedback } from "../../../common/Feedback";
import { FormDialog } from "../../../common/FormDialog";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useGone } from "../../../common/useGone";
import { useRefusal } from "../common/useRefusal";
import { useRoleName } from "../common/useRoleName";
import { nameOf } from "../model/person";
import { usePlaces } from "./usePlaces";

/** Deletes somebody, after saying what goes with them. */
export function DeletePerson({ user, onClose, onGone }: { user: User; onClose(): void; onGone(): void }) {
  const t = useT("people");
  const format = useFormat();
  const roleName = useRoleName();
  const refusal = useRefusal();
  const { notify } = useFeedback();
  const send = useSend();
  const gone = useGone();
  const places = usePlaces(user);
  const person = nameOf(user);

  const remove = async (): Promise<void> => {
    await send.mutateAsync({ method: "DELETE", path: `/users/${user.id}` });
    notify({ text: t("delete.done", { person }), tone: "good" });
    onClose();
    onGone();
    await gone("/users");
  };
  const lost = [
    t("delete.account", { email: user.email }),
    ...(user.roles.length > 0 ? [t("delete.roles", { roles: format.list(user.roles.map(roleName)) })] : []),
    ...(places.teams.length > 0
      ? [t("delete.teams", { teams: format.list(places.teams.map(({ place }) => place.name)) })]
      : []),
    ...(places.workspaces.length > 0
      ? [t("delete.workspaces", { workspaces: format.list(places.workspaces.map(({ place }) => place.name)) })]
      : []),
  ];
  return (
    <FormDialog
      title={t("delete.title", { person })}
      description={t("delete.text")}
      submit={t("delete.submit", { person })}
      danger
      send={send}
      refusal={send.error ? refusal(send.error) : undefined}
      onClose={onClose}
      onSubmit={() => void remove().catch(() => {})}
    >
      <ul className="sh-lost">
        {lost.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </FormDialog>
  );
}
