import { useApi } from "@plexica/api-client";
import type { Page, User } from "@plexica/api-client";
import { useMemo } from "react";
import { useT } from "../../i18n/useT";
import { fullName, useMe } from "../../state/me";
import { usePluginList } from "../plugins/usePluginList";
import { actorOf, thingOf } from "./entry";
import type { AuditEntry } from "./entry";

const MOST_KNOWN = 200;

/** Rows in words: who, what they did, to what. */
export function useWords() {
  const t = useT("audit");
  const { can } = useMe();
  const users = useApi<Page<User>>("/users", { query: { size: MOST_KNOWN }, enabled: can("core:users:read") }).data;
  const plugins = usePluginList(can("core:plugins:read")).data?.items;
  return useMemo(() => {
    const person = (key: string) => users?.items.find(({ id, email }) => id === key || email === key);
    const plugin = (id: string): string => plugins?.find((one) => one.id === id)?.name ?? id;
    const known = (type: string, id: string): string | undefined => {
      const user = type === "user" ? person(id) : undefined;
      return type === "plugin" ? plugin(id) : user && fullName(user);
    };
    const who = (entry: AuditEntry): string => {
      const address = actorOf(entry);
      const user = address ? person(address) : undefined;
      return user ? fullName(user) : (address ?? t("system"));
    };
    const done = ({ action }: AuditEntry): string => {
      const verb = t(`verb.${action.split(".").at(-1)}`, { defaultValue: t("fallback", { action }) });
      return t(`done.${action}`, { defaultValue: verb });
    };
    const what = (entry: AuditEntry): string => thingOf(entry, known);
    return {
      who,
      done,
      what,
      plugin,
      users: users?.items ?? [],
      plugins: plugins ?? [],
      sentence: (entry: AuditEntry) => t("sentence", { who: who(entry), done: done(entry), what: what(entry) }),
    };
  }, [t, users, plugins]);
}

export type AuditWords = ReturnType<typeof useWords>;
