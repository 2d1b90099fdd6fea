import { useInvalidate, usePlatform } from "@plexica/api-client";
import type { Asked, Notification, NotificationPage } from "@plexica/api-client";
import { Button, EmptyState, Loading, ProblemView, SkeletonText, VisuallyHidden } from "@plexica/ui";
import { Notes, NoteSign } from "@plexica/ui/frame";
import { BellOff } from "lucide-react";
import { useNavigate } from "react-router";
import { useAttempt } from "../common/useAttempt";
import { useFormat } from "../i18n/format";
import { useT } from "../i18n/useT";
import { PluginNotes } from "./PluginNotes";

/** What has happened lately, the newest first. Opening one marks it as read. */
export default function Notifications({ asked, onClose }: { asked: Asked<NotificationPage>; onClose(): void }) {
  const t = useT();
  const { data: page, problem } = asked;
  const { api } = usePlatform();
  const again = useInvalidate();
  const attempt = useAttempt();
  const readAll = async (): Promise<void> => {
    await api.post("/notifications/read-all");
    await again("/notifications");
  };
  return (
    <Notes
      title={t("notifications.title")}
      action={
        page &&
        page.unread > 0 && (
          <Button variant="quiet" size="small" onClick={() => attempt(readAll, t("notifications.notRead"))}>
            {t("notifications.readAll")}
          </Button>
        )
      }
    >
      {!page && problem ? (
        <ProblemView problem={problem} onRetry={asked.again} />
      ) : !page ? (
        <Loading onRetry={asked.again}>
          <SkeletonText lines={4} />
        </Loading>
      ) : page.items.length === 0 ? (
        <EmptyState icon={BellOff} title={t("notifications.empty")} text={t("notifications.emptyText")} />
      ) : (
        <ul className="px-notes__list">
          {page.items.map((one) => (
            <Note key={one.id} note={one} onClose={onClose} />
          ))}
        </ul>
      )}
      <PluginNotes />
    </Notes>
  );
}

/** Links lead to addresses of this application and nowhere else. */
function inside(link: string | undefined): string | undefined {
  return link && /^\/(?![/\\])/.test(link) ? link : undefined;
}

function Note({ note, onClose }: { note: Notification; onClose(): void }) {
  const t = useT();
  const { api } = usePlatform();
  const again = useInvalidate();
  const navigate = useNavigate();
  const format = useFormat();
  const open = (): void => {
    const link = inside(note.link);
    if (!note.readAt)
      void api.post(`/notifications/${note.id}/read`).then(
        () => again("/notifications"),
        () => {},
      );
    if (link) {
      onClose();
      void navigate(link);
    }
  };
  return (
    <li>
      <button type="button" className="px-note sh-note" data-unread={!note.readAt || undefined} onClick={open}>
        <NoteSign severity={note.severity} />
        <span className="px-note__words">
          <b>{note.title}</b>
          <span className="px-note__body sh-note__body">{note.body}</span>
          <small>
            {note.source === "core" ? "" : `${note.source} · `}
            {format.ago(note.createdAt)}
            {!note.readAt && <VisuallyHidden> {t("notifications.new")}</VisuallyHidden>}
          </small>
        </span>
      </button>
    </li>
  );
}
