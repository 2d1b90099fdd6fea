import { usePlatform } from "@plexica/api-client";
import { Avatar, Menu, type MenuEntry } from "@plexica/ui";
import { Keyboard, LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { changePrefs, usePrefs, type Look } from "../common/prefs";
import { LANGUAGES } from "../i18n";
import { personName } from "../logic/person";
import { useMe } from "../state/me";

const LOOKS: [Look, typeof Sun][] = [
  ["light", Sun],
  ["dark", Moon],
  ["system", Monitor],
];

/** Who is signed in, how it looks to them, and the way out. */
export function AccountMenu({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation();
  const { session } = usePlatform();
  const { look, language } = usePrefs();
  const { user } = useMe();
  const name = personName(user);
  const items: MenuEntry[] = [
    ...LOOKS.map(([id, icon]) => ({
      id,
      icon,
      label: t(`account.${id}`),
      checked: look === id,
      onSelect: () => changePrefs({ look: id }),
    })),
    "line",
    ...LANGUAGES.map((id) => ({
      id,
      label: new Intl.DisplayNames(id, { type: "language" }).of(id) ?? id,
      checked: language === id,
      onSelect: () => changePrefs({ language: id }),
    })),
    "line",
    { id: "keys", icon: Keyboard, label: t("account.keys"), onSelect: onKeys },
    { id: "out", icon: LogOut, label: t("account.signOut"), onSelect: () => void session.signOut() },
  ];
  return (
    <Menu
      label={t("account.menu")}
      items={items}
      trigger={<Avatar name={name} size={30} />}
      head={
        <div className="ad-account">
          <b>{name}</b>
          <span>{user.email}</span>
        </div>
      }
    />
  );
}
