import { isProblem, usePlexica } from "@plexica/plugin-api";
import type { Page, ProblemError } from "@plexica/plugin-api";
import { Button, EmptyState, IconButton, ItemList, Loading, ProblemView, SkeletonText, Stack } from "@plexica/ui";
import { useCallback, useEffect, useState } from "react";
import { NoteForm } from "./parts/NoteForm";
import { Bin } from "./parts/icons";

interface Note {
  id: string;
  text: string;
  author: string;
  createdAt: string;
}

/** The page. The console draws its title, keeps what goes wrong in it in its place, and says in which workspace it is. */
export default function Notes() {
  const { plugin, api, t, can, notify, locale, timeZone, workspace } = usePlexica();
  const [page, setPage] = useState<Page<Note>>();
  const [problem, setProblem] = useState<ProblemError>();
  const failed = (error: unknown): void => {
    if (!isProblem(error)) throw error;
    setProblem(error);
  };
  const read = useCallback(() => {
    setProblem(undefined);
    api.get<Page<Note>>("/notes", { query: { size: 50 } }).then(setPage, failed);
  }, [workspace?.id]);
  useEffect(read, [read]);

  const remove = async (note: Note): Promise<void> => {
    await api.delete("/notes/" + note.id);
    read();
    const undo = { label: t("undo"), run: () => void api.post("/notes", { text: note.text }).then(read, failed) };
    notify({ text: t("deleted"), action: undo });
  };
  const written = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone });

  if (problem) return <ProblemView problem={problem} onRetry={read} />;
  if (!page) {
    return (
      <Loading onRetry={read}>
        <SkeletonText lines={4} />
      </Loading>
    );
  }
  return (
    <Stack>
      {can(plugin + ":notes:write") && <NoteForm onWritten={read} />}
      {page.items.length === 0 ? (
        <EmptyState title={t("empty")} text={t("emptyText")} action={<Button onClick={read}>{t("again")}</Button>} />
      ) : (
        <ItemList
          label={t("Notes")}
          items={page.items.map((note) => ({
            id: note.id,
            title: note.text,
            detail: note.author + " · " + written.format(new Date(note.createdAt)),
            end: can(plugin + ":notes:delete") && (
              <IconButton icon={Bin} label={t("delete")} onClick={() => void remove(note).catch(failed)} />
            ),
          }))}
        />
      )}
    </Stack>
  );
}
