import { useInvalidate, usePlatform } from "@plexica/api-client";
import { Menu, useUndo, type MenuEntry } from "@plexica/ui";
import { CirclePause, CirclePlay, Mail, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "../../api/types";
import { ConfirmDialog } from "../../common/ConfirmDialog";
import { wordsOf } from "../../common/useWork";
import { personName } from "../../logic/person";
import { useMe } from "../../state/me";

/** What can be done to a super admin; the last one stays. */
export function UserMenu({ person, isLast }: { person: Person; isLast: boolean }) {
  const { t } = useTranslation("users");
  const { api, session } = usePlatform();
  const invalidate = useInvalidate();
  const offer = useUndo();
  const me = useMe();
  const [open, setOpen] = useState<"suspend" | "remove" | null>(null);
  const name = personName(person);
  const isSelf = person.email === me.user.email;
  const path = `/super-admins/${person.id}`;
  const post = async (action: string) => {
    await api.post(`${path}/${action}`);
    await invalidate("/super-admins");
  };
  const safely = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch (error) {
      offer({ text: wordsOf(error), tone: "bad" });
    }
  };
  const activate = () =>
    safely(async () => {
      await post("activate");
      offer({ text: t("activate.done", { name }), undo: () => safely(() => post("suspend")) });
    });
  const link = () =>
    safely(async () => {
      await post("reset-password");
      offer({ text: t("link.done", { email: person.email }) });
    });
  const reason = isLast ? t("last") : undefined;
  const items: MenuEntry[] = [
    {
      id: "link",
      label: person.status === "INACTIVE" ? t("link.again") : t("link.action"),
      icon: Mail,
      onSelect: () => void link(),
    },
    person.status === "SUSPENDED"
      ? { id: "activate", label: t("activate.action"), icon: CirclePlay, onSelect: () => void activate() }
      : {
          id: "suspend",
          label: t("suspend.action"),
          icon: CirclePause,
          disabledReason: reason,
          onSelect: () => setOpen("suspend"),
        },
    "line",
    {
      id: "remove",
      label: t("remove.action"),
      icon: Trash2,
      danger: true,
      disabledReason: reason,
      onSelect: () => setOpen("remove"),
    },
  ];
  return (
    <>
      <Menu label={t("common:action.moreFor", { name })} items={items} />
      {open === "suspend" && (
        <ConfirmDialog
          title={t("suspend.title", { name })}
          submit={t("suspend.submit", { name })}
          danger
          onClose={() => setOpen(null)}
          onConfirm={async () => {
            await post("suspend");
            offer({ text: t("suspend.done", { name }), undo: () => safely(() => post("activate")) });
          }}
        >
          <p>{t("suspend.text")}</p>
          {isSelf && <p>{t("remove.self")}</p>}
        </ConfirmDialog>
      )}
      {open === "remove" && (
        <ConfirmDialog
          title={t("remove.title", { name })}
          submit={t("remove.submit", { name })}
          danger
          onClose={() => setOpen(null)}
          onConfirm={async () => {
            await api.delete(path);
            if (isSelf) {
              await session.signOut();
              return;
            }
            await invalidate("/super-admins");
            offer({ text: t("remove.done", { name }) });
          }}
        >
          <p>{t("remove.text")}</p>
          {isSelf && <p>{t("remove.self")}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}
