import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { joinOf } from "../model/conditions";
import { ConditionFacts } from "./ConditionFacts";
import { factsOf } from "./facts";
import type { Told } from "./told";
import { usePolicyOrigin } from "./useAnswer";

/** The policy that decided: when it applies, who wrote it, and what its conditions came to. */
export function PolicyGate({ check, book, user, workspace, question }: Told) {
  const t = useT("access");
  const format = useFormat();
  const policy = book.policies.find(({ id }) => id === check.policy?.id);
  const origin = usePolicyOrigin(policy);
  const condition = policy?.conditions ?? check.condition;
  if (!condition) return null;
  const roles = check.grants.map(({ role }) => role);
  const join = joinOf(condition) ?? "one";
  const set = origin && {
    when: format.date(origin.at),
    by: origin.by ?? t(`source.${policy?.source ?? "TENANT_ADMIN"}`),
  };
  return (
    <>
      <p className="sh-said">
        {policy && t(`when.${policy.effect}.${join}`)} {set && t("when.set", set)}
      </p>
      <ConditionFacts
        book={book}
        condition={condition}
        facts={factsOf(user, roles, workspace, question.resource)}
        against={policy?.effect === "DENY"}
      />
    </>
  );
}
