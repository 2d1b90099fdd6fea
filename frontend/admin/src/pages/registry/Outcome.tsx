import { Button, ButtonLink, NoticeCard } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import type { Version } from "../../api/plugins.types";
import { Tile } from "../../common/tiles";

/** It is there now; nobody has moved. */
export function Outcome({ version, onAgain }: { version: Version; onAgain: () => void }) {
  const { t } = useTranslation("registry");
  const { name } = version.manifest;
  return (
    <NoticeCard
      icon={<Tile name={name} id={version.id} size={52} />}
      title={t("send.done", { target: `${name} ${version.version}` })}
      text={t("send.doneText")}
      actions={
        <>
          <ButtonLink to={`/registry/${version.id}/rollout?to=${version.version}`} variant="primary">
            {t("send.rollOut")}
          </ButtonLink>
          <ButtonLink to={`/registry/${version.id}`}>{t("send.open", { name })}</ButtonLink>
          <Button variant="quiet" onClick={onAgain}>
            {t("send.again")}
          </Button>
        </>
      }
    />
  );
}
