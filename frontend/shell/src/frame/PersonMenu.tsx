import { usePlatform } from "@plexica/api-client";
import { Avatar, Menu } from "@plexica/ui";
import { Keyboard, LogOut, Moon, Sun, UserRound } from "lucide-react";
import { useLook } from "../app/Theme";
import { useAttempt } from "../common/useAttempt";
import { useT } from "../i18n/useT";
import { useMe } from "../state/me";
import { usePreferences } from "../state/preferences";

export function PersonMenu({ onKeys }: { onKeys(): void }) {
  const t = useT();
  const { session } = usePlatform();
  const { me, name } = useMe();
  const { mode } = useLook();
  const { change } = usePreferences();
  const attempt = useAttempt();
  const other = mode === "dark" ? "light" : "dark";
  return (
    <Menu
      label={t("person.menu", { name })}
      trigger={<Avatar name={name} />}
      head={
        <span className="sh-person">
          <b>{name}</b>
          <span>{me.user.email}</span>
        </span>
      }
      items={[
        { id: "me", label: t("person.profile"), icon: UserRound, to: "/me" },
        {
          id: "look",
          label: t(`person.${other}`),
          icon: other === "dark" ? Moon : Sun,
          onSelect: () => attempt(() => change({ mode: other }), t("person.notKept")),
        },
        { id: "keys", label: t("keys.title"), icon: Keyboard, onSelect: onKeys },
        "line",
        { id: "out", label: t("person.signOut"), icon: LogOut, onSelect: () => void session.signOut() },
      ]}
    />
  );
}
