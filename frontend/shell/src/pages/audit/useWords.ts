import { useApi } from "@plexica/api-client";
import type { Page, User } from "@plexica/api-client";
import { deedOf, plainSentence, sentenceOf } from "@plexica/audit";
import type { AuditEntry, Known } from "@plexica/audit";
import { useMemo } from "react";
import { useT } from "../../i18n/useT";
import { fullName, useMe } from "../../state/me";
import { usePluginList } from "../plugins/usePluginList";

const MOST_KNOWN = 200;

/** Rows in words: who, what they did, to what. */
export function useWords() {
  const say = useT("deeds");
  const { can } = useMe();
  const users = useApi<Page<User>>("/users", { query: { size: MOST_KNOWN }, enabled: can("core:users:read") }).data;
  const plugins = usePluginList(can("core:plugins:read")).data?.items;
  return useMemo(() => {
    const plugin = (id: string): string => plugins?.find((one) => one.id === id)?.name ?? id;
    const person = (key: string): string | undefined => {
      const user = users?.items.find(({ id, email }) => id === key || email === key);
      return user && fullName(user);
    };
    const known: Known = (type, id) => (type === "plugin" ? plugin(id) : type === "user" ? person(id) : undefined);
    return {
      say,
      plugin,
      users: users?.items ?? [],
      plugins: plugins ?? [],
      who: (entry: AuditEntry) => deedOf(entry, say, known).who,
      sentence: (entry: AuditEntry) => sentenceOf(entry, say, known),
      title: (entry: AuditEntry) => plainSentence(entry, say, known),
    };
  }, [say, users, plugins]);
}

export type AuditWords = ReturnType<typeof useWords>;
