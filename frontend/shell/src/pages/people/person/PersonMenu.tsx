import { usePlatform } from "@plexica/api-client";
import type { User } from "@plexica/api-client";
import { Menu } from "@plexica/ui";
import { useState } from "react";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { useAct } from "../common/useAct";
import { explainAddress, isLastAdmin, nameOf } from "../model/person";
import { DeletePerson } from "./DeletePerson";
import { useAdmins } from "./useAdmins";

/** What can be done with somebody. The last admin can neither be shut out nor deleted, and it is said why. */
export function PersonMenu({ user, onGone }: { user: User; onGone(): void }) {
  const t = useT("people");
  const { api } = usePlatform();
  const { me, can } = useMe();
  const { act } = useAct();
  const admins = useAdmins();
  const [deleting, setDeleting] = useState(false);
  const person = nameOf(user);
  const last = isLastAdmin(user, admins) ? t("refusal.last-admin") : undefined;
  const own = user.id === me.user.id ? t("yourself") : undefined;

  const turn = (verb: "suspend" | "activate") => api.post(`/users/${user.id}/${verb}`);
  const set = (verb: "suspend" | "activate"): void =>
    void act({
      work: () => turn(verb),
      done: t(`${verb}.done`, { person }),
      undo: () => turn(verb === "suspend" ? "activate" : "suspend"),
    });
  const sendLink = (): void =>
    void act({ work: () => api.post(`/users/${user.id}/reset-password`, {}), done: t("link.done", { person }) });
  return (
    <>
      <Menu
        label={t("more", { person })}
        items={[
          ...(can("core:roles:read") ? [{ id: "why", label: t("why", { person }), to: explainAddress(user.id) }] : []),
          {
            id: "link",
            label: t(user.status === "INACTIVE" ? "link.again" : "link.password"),
            onSelect: sendLink,
            disabledReason: user.status === "SUSPENDED" ? t("link.suspended") : undefined,
          },
          "line",
          user.status === "SUSPENDED"
            ? { id: "activate", label: t("activate.verb"), onSelect: () => set("activate") }
            : {
                id: "suspend",
                label: t("suspend.verb"),
                note: t("suspend.text"),
                onSelect: () => set("suspend"),
                disabledReason: last ?? own,
              },
          {
            id: "delete",
            label: t("delete.verb"),
            danger: true,
            onSelect: () => setDeleting(true),
            disabledReason: last ?? own,
          },
        ]}
      />
      {deleting && <DeletePerson user={user} onClose={() => setDeleting(false)} onGone={onGone} />}
    </>
  );
}
