import { useApi } from "@plexica/api-client";
import type { WorkspaceView } from "@plexica/api-client";
import { AsidePage, Loading, ProblemView, SkeletonCard, Verdict } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { fullName } from "../../../state/me";
import { lowered } from "../model/sentence";
import { spelt } from "../model/keys";
import type { Book } from "./book";
import type { Question } from "./question";
import { gatesOf } from "./gates";
import { Remedies } from "./Remedies";
import { Strong } from "./Strong";
import { Trail } from "./Trail";
import { useAnswer, useUser } from "./useAnswer";

/** The answer: a sentence, what led there, and what would change it. */
export function Explanation({ book, question }: { book: Book; question: Question }) {
  const t = useT("access");
  const answer = useAnswer(question);
  const asked = useUser(question.user);
  const permission = book.permissions.find(({ key }) => key === question.permission);
  const source = permission?.source ?? "core";
  const workspace = placeOf(book.workspaces, question.workspace);
  const there = useApi<{ enabled: boolean }>(`/workspaces/${workspace?.id}/plugins/${source}`, {
    enabled: workspace !== undefined && source !== "core",
  });
  const problem = answer.error ?? asked.problem;
  if (problem) {
    const again = (): void => (void answer.refetch(), asked.again());
    return <ProblemView problem={problem} onRetry={again} />;
  }
  const user = asked.data;
  if (!answer.data || !user) {
    return (
      <Loading onRetry={() => void answer.refetch()}>
        <AsidePage aside={<SkeletonCard height={260} />}>
          <SkeletonCard height={420} />
        </AsidePage>
      </Loading>
    );
  }
  const check = answer.data;
  const plugin = book.names.plugin(source);
  const gates = gatesOf(check, user.status, source === "core" ? undefined : plugin?.installation, there.data?.enabled);
  const person = user.firstName || fullName(user);
  const what = permission ? lowered(book.names.permission(permission)) : spelt(question.permission);
  const yes = gates.every(({ open }) => open);
  const title = t(yes ? "explain.yes" : "explain.no", { person, what });
  const because = t(`explain.because.${gates.find(({ open }) => !open)?.id ?? `yes-${check.reason}`}`, {
    person,
    policy: check.policy?.name,
    plugin: book.names.source(source),
    workspace: workspace?.name ?? "",
  });
  const told = { book, question, check, user, person, what, workspace, source, gates };
  return (
    <AsidePage aside={<Remedies {...told} yes={yes} answer={`${title} ${because}`} />}>
      <Verdict answer={yes ? "yes" : "no"} title={title} trail={<Trail {...told} />}>
        <Strong text={because} name={check.policy?.name} />
      </Verdict>
    </AsidePage>
  );
}

/** The workspace that is asked about; the default one where none is named. */
function placeOf(workspaces: readonly WorkspaceView[], id: string | undefined): WorkspaceView | undefined {
  if (id) return workspaces.find((one) => one.id === id);
  return workspaces.find((one) => "default" in one && one.default === true) ?? workspaces[0];
}
