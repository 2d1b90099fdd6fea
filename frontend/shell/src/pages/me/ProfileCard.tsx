import { isProblem, useApi, useSend } from "@plexica/api-client";
import type { User } from "@plexica/api-client";
import { Button, Card, ProblemView, Stack, TextField } from "@plexica/ui";
import { useState } from "react";
import { errorAt, isTold } from "../../common/errors";
import { LeaveGuard } from "../../common/LeaveGuard";
import { useFeedback } from "../../common/Feedback";
import { useT } from "../../i18n/useT";
import { ME } from "../../state/me";

const OWN = "/users/me";

export function ProfileCard() {
  const t = useT("me");
  const { notify } = useFeedback();
  const { data, etag, problem, again } = useApi<User>(OWN);
  const [draft, setDraft] = useState<{ firstName?: string; lastName?: string }>({});
  const save = useSend<User>({ invalidates: [OWN, ME] });
  const dirty = Object.entries(draft).some(([name, value]) => value !== (data?.[name as keyof User] ?? ""));
  const stale = isProblem(save.error, "precondition-failed");

  const send = async (): Promise<void> => {
    await save.mutateAsync({ method: "PATCH", path: OWN, body: draft, ifMatch: etag });
    setDraft({});
    notify({ text: t("profile.saved"), tone: "good" });
  };
  const reread = (): void => {
    save.reset();
    again();
  };
  return (
    <Card title={t("profile.title")}>
      <LeaveGuard dirty={dirty && !save.isPending} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send().catch(() => {});
        }}
      >
        <Stack gap={16}>
          {problem && <ProblemView problem={problem} onRetry={again} />}
          {(["firstName", "lastName"] as const).map((name) => (
            <TextField
              key={name}
              label={t(`profile.${name}`)}
              value={draft[name] ?? data?.[name] ?? ""}
              error={errorAt(save.error, `/${name}`)}
              autoComplete={name === "firstName" ? "given-name" : "family-name"}
              onChange={(value) => setDraft({ ...draft, [name]: value })}
            />
          ))}
          {save.error && !isTold(save.error, ["/firstName", "/lastName"]) && (
            <ProblemView
              problem={stale ? { title: t("profile.stale") } : save.error}
              onRetry={stale ? reread : undefined}
            />
          )}
          {dirty && (
            <Stack direction="across" gap={8}>
              <Button variant="primary" type="submit" busy={save.isPending}>
                {t("profile.save")}
              </Button>
              <Button variant="quiet" onClick={() => (setDraft({}), save.reset())}>
                {t("profile.discard")}
              </Button>
            </Stack>
          )}
        </Stack>
      </form>
    </Card>
  );
}
