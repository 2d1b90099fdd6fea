import { isProblem, useApi, useInvalidate, usePlatform } from "@plexica/api-client";
import { Button, EmptyState, Popover, SkeletonText, useUndo } from "@plexica/ui";
import { Notes, NoteSign } from "@plexica/ui/frame";
import { Bell as BellIcon, BellOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Notice, Page } from "../api/types";
import { Shown } from "../common/Shown";
import { useFormat } from "../common/useFormat";
import { sentence } from "../logic/sentence";

/** What an operator is told: messages that could not be mailed are among it. */
export function Bell() {
  const { t } = useTranslation();
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const asked = useApi<Page<Notice> & { unread: number }>("/notifications", { query: { size: 20 } });
  const { data } = asked;
  const unread = data?.unread ?? 0;
  const say = useUndo();
  const readAll = async () => {
    try {
      await api.post("/notifications/read-all");
      await invalidate("/notifications");
    } catch (error) {
      if (!isProblem(error)) throw error;
      say({ text: `${t("notices.notRead")} ${sentence(error.detail)}` });
    }
  };
  return (
    <Popover label={t("notices.open", { count: unread })} icon={BellIcon} count={unread || undefined}>
      <Notes
        title={t("notices.title")}
        action={
          unread > 0 && (
            <Button variant="quiet" size="small" onClick={() => void readAll()}>
              {t("notices.readAll")}
            </Button>
          )
        }
      >
        <Shown asked={asked} skeleton={<SkeletonText lines={3} />}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState icon={BellOff} title={t("notices.empty")} />
            ) : (
              <ul className="px-notes__list">
                {items.map((notice) => (
                  <Note key={notice.id} notice={notice} />
                ))}
              </ul>
            )
          }
        </Shown>
      </Notes>
    </Popover>
  );
}

function Note({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const { api } = usePlatform();
  const invalidate = useInvalidate();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const toggle = () => {
    setOpen(!isOpen);
    if (!notice.readAt) {
      void api
        .post(`/notifications/${notice.id}/read`)
        .then(() => invalidate("/notifications"))
        .catch(() => {});
    }
  };
  return (
    <li className="px-note" data-unread={!notice.readAt || undefined}>
      <NoteSign severity={notice.severity} />
      <div className="px-note__words">
        <b>{notice.title}</b>
        <small>
          {notice.to && `${t("notices.to", { to: notice.to })} · `}
          {format.ago(notice.createdAt)}
        </small>
        {notice.reason && <small>{notice.reason}</small>}
        {isOpen && <p className="px-note__body">{notice.body}</p>}
        <button type="button" className="px-link ad-link-button" aria-expanded={isOpen} onClick={toggle}>
          {isOpen ? t("notices.hide") : t("notices.show")}
        </button>
      </div>
    </li>
  );
}
