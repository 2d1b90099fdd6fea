import { isProblem, useSend } from "@plexica/api-client";
import type { User } from "@plexica/api-client";
import { Button, ProblemView, Stack, TextField } from "@plexica/ui";
import { errorAt, isTold } from "../../../common/errors";
import { DraftConflict } from "../../../common/DraftConflict";
import { LeaveGuard } from "../../../common/LeaveGuard";
import { useDraft } from "../../../common/useDraft";
import { useFeedback } from "../../../common/Feedback";
import { useT } from "../../../i18n/useT";
import { TOUCHED } from "../common/useAct";
import { useRefusal } from "../common/useRefusal";
import { nameOf } from "../model/person";

const FIELDS = ["firstName", "lastName", "email"] as const;
type Draft = Record<(typeof FIELDS)[number], string>;

const draftOf = (user: User): Draft => ({
  firstName: user.firstName ?? "",
  lastName: user.lastName ?? "",
  email: user.email,
});

/** Names and address; saved when something has changed. */
export function ProfileForm({ user, etag }: { user: User; etag: string | null }) {
  const t = useT("people");
  const { notify } = useFeedback();
  const refusal = useRefusal();
  const typed = useDraft(draftOf(user), etag);
  const draft = typed.value;
  const save = useSend<User>({ invalidates: TOUCHED });
  const changed = FIELDS.filter((field) => draft[field] !== typed.base[field]);
  const stale = isProblem(save.error, "precondition-failed");

  const path = `/users/${user.id}`;
  const send = async (version = typed.etag): Promise<void> => {
    const body = Object.fromEntries(changed.map((field) => [field, draft[field].trim() || null]));
    const saved = await save.mutateAsync({ method: "PATCH", path, body, ifMatch: version });
    typed.keep(draftOf(saved.data), saved.etag);
    notify({ text: t("profile.saved", { person: nameOf({ ...user, ...draft }) }), tone: "good" });
  };
  const discard = (): void => {
    save.reset();
    typed.drop();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch(() => {});
      }}
    >
      <LeaveGuard dirty={changed.length > 0 && !save.isPending} panel="user" />
      <Stack gap={12}>
        <h3>{t("profile.title")}</h3>
        {FIELDS.map((field) => (
          <TextField
            key={field}
            label={t(field)}
            type={field === "email" ? "email" : "text"}
            optional={field !== "email"}
            autoComplete="off"
            value={draft[field]}
            error={errorAt(save.error, `/${field}`)}
            onChange={(value) => typed.set({ ...draft, [field]: value })}
          />
        ))}
        {stale && (
          <DraftConflict
            name={nameOf(user)}
            draft={typed}
            path={path}
            draftOf={draftOf}
            busy={save.isPending}
            onMine={(_, version) => void send(version).catch(() => {})}
            onSettled={save.reset}
          />
        )}
        {save.error && !stale && !isTold(save.error, ["/firstName", "/lastName", "/email"]) && (
          <ProblemView problem={{ detail: refusal(save.error), code: save.error.code, traceId: save.error.traceId }} />
        )}
        {changed.length > 0 && (
          <Stack direction="across" gap={8}>
            <Button variant="primary" size="small" type="submit" busy={save.isPending}>
              {t("profile.save")}
            </Button>
            <Button variant="quiet" size="small" onClick={discard}>
              {t("profile.discard")}
            </Button>
          </Stack>
        )}
      </Stack>
    </form>
  );
}
