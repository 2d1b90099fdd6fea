import type { ConsolePlugin } from "@plexica/api-client";
import { Button, ButtonLink, NoticeCard, useAnnounce } from "@plexica/ui";
import { useEffect } from "react";
import { usePageTitle } from "../frame/title";
import { PluginIcon } from "../frame/PluginIcon";
import { useT } from "../i18n/useT";

/** Stands before a page that froze the tab the last time: nobody runs into it twice unasked. */
export function FrozenNotice({ plugin, onOpen }: { plugin: ConsolePlugin; onOpen(): void }) {
  const t = useT();
  const announce = useAnnounce();
  const title = t("frozen.title", { plugin: plugin.name });
  usePageTitle([plugin.name]);
  useEffect(() => announce(title, "assertive"), [announce, title]);
  return (
    <NoticeCard
      headingLevel={1}
      icon={<PluginIcon plugin={plugin} size={52} />}
      alarmed
      title={title}
      text={t(plugin.sandbox ? "frozen.framed" : "frozen.text")}
      actions={
        <>
          <ButtonLink variant="primary" to="/">
            {t("goHome")}
          </ButtonLink>
          <Button onClick={onOpen}>{t("frozen.open")}</Button>
        </>
      }
    />
  );
}
