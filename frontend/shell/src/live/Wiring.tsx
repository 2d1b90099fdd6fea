import { invalidate, usePlatform } from "@plexica/api-client";
import type { Answer, InstallationsNews, Me, NotificationNews, RightsNews } from "@plexica/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { collectExtensions } from "../host/extensions";
import { loadWords } from "../host/words";
import { changeLanguage, language as spoken } from "../i18n/i18n";
import { useLanguage } from "../i18n/useT";
import { CONSOLE, usePlugins } from "../state/console";
import { ME } from "../state/me";
import { usePreferences } from "../state/preferences";

/** Makes what is shown follow what the platform tells: nobody has to reload. */
export function Wiring() {
  const { live, session } = usePlatform();
  const client = useQueryClient();
  useEffect(() => {
    const again = (...paths: string[]): void => void invalidate(client, paths);
    const ends = [
      live.on<InstallationsNews>("installations", () => again(CONSOLE, ME, "/plugins", "/tenants", "/workspaces")),
      live.on<RightsNews>("rights", (rights) => {
        client.setQueriesData<Answer<Me>>({ queryKey: [ME] }, (answer) => answer && withRights(answer, rights));
        again(CONSOLE, ME);
      }),
      live.on<NotificationNews>("notifications", () => again("/notifications")),
      live.on("operations", () => again("/operations")),
      live.on("reset", () => void client.invalidateQueries()),
    ];
    live.start();
    return () => ends.forEach((end) => end());
  }, [live, client]);

  // What failed while nobody was signed in is asked for again once somebody is.
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.state() !== "in") return;
        void client.refetchQueries({ predicate: (query) => query.state.status === "error" });
      }),
    [session, client],
  );

  const { language } = usePreferences().preferences;
  useEffect(() => {
    if (language && language !== spoken()) void changeLanguage(language);
  }, [language]);

  const { plugins, loaded } = usePlugins();
  useEffect(() => {
    if (loaded) void collectExtensions(plugins);
  }, [plugins, loaded]);
  // What plugins are called in the navigation is in English without them.
  const talk = useLanguage();
  useEffect(() => {
    if (talk !== "en") plugins.forEach((plugin) => void loadWords(plugin).catch(() => {}));
  }, [plugins, talk]);
  return null;
}

function withRights(answer: Answer<Me>, rights: RightsNews): Answer<Me> {
  return { ...answer, data: { ...answer.data, roles: rights.roles, permissions: rights.permissions } };
}
