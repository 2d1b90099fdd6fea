import type { User, WorkspaceView } from "@plexica/api-client";
import { PageHead, ProblemView, SkeletonCard, Loading } from "@plexica/ui";
import { useSearchParams } from "react-router";
import { Refused } from "../../../common/Refused";
import { usePageTitle } from "../../../frame/title";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { useAll, useNames, usePermissions, usePolicies, useRoles } from "../useRights";
import { Explanation } from "./Explanation";
import { QuestionForm } from "./QuestionForm";
import { isWhole, readQuestion } from "./question";
import { Samples } from "./Samples";
import "../access.css";

/** Why can this user do that, or why not? */
export default function ExplainPage() {
  const t = useT("access");
  const { can, me } = useMe();
  const [params] = useSearchParams();
  const may = can("core:roles:read");
  const users = useAll<User>("/users", may && can("core:users:read"), { sort: "email" });
  const permissions = usePermissions(may);
  const roles = useRoles(may);
  const policies = usePolicies(may && can("core:policies:read"));
  const everywhere = useAll<WorkspaceView>("/workspaces", can("core:workspaces:read"));
  const names = useNames();
  usePageTitle([t("title"), "/manage/access"], [t("explain.title")]);

  const head = <PageHead title={t("explain.title")} description={t("explain.description")} />;
  if (!may) {
    return (
      <>
        {head}
        <Refused what={t("explain.refused")} />
      </>
    );
  }
  const problem = users.problem ?? permissions.problem;
  const mayList = can("core:users:read");
  const ready = permissions.data && (!mayList || users.data);
  const question = readQuestion(params);
  const book = {
    users: users.data ?? [],
    permissions: permissions.data ?? [],
    roles: roles.data ?? [],
    policies: policies.data ?? [],
    workspaces: everywhere.data ?? me.workspaces,
    names,
  };
  return (
    <>
      {head}
      {problem && !ready ? (
        <ProblemView problem={problem} onRetry={() => (mayList && users.again(), permissions.again())} />
      ) : !ready ? (
        <Loading>
          <SkeletonCard height={92} />
        </Loading>
      ) : (
        <>
          <QuestionForm key={params.toString()} book={book} asked={question} />
          {isWhole(question) ? <Explanation book={book} question={question} /> : <Samples book={book} />}
        </>
      )}
    </>
  );
}
