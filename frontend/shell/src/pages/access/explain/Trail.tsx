import { Badge, Key, ProgressSteps } from "@plexica/ui";
import type { ReactNode } from "react";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { overlap } from "../model/keys";
import type { GateId } from "./gates";
import { PolicyGate } from "./PolicyGate";
import type { Told } from "./told";
import { useGivers } from "./useAnswer";

type State = "done" | "failed" | "skipped";

/** The gates in the order in which the platform asks them. What comes after a refusal is not needed. */
export function Trail(told: Told) {
  const t = useT("access");
  const { tenant } = useMe();
  const { check, gates, person, source, book, workspace, question } = told;
  const closed = gates.findIndex(({ open }) => !open);
  const state = (id: GateId): State => {
    const at = gates.findIndex((gate) => gate.id === id);
    return closed < 0 || at < closed ? "done" : at === closed ? "failed" : "skipped";
  };
  const first = closed >= 0 && closed < 3 ? "failed" : "done";
  const words = { person, tenant: tenant.name, plugin: book.names.source(source), workspace: workspace?.name ?? "" };
  const others = book.policies.filter(
    (one) => overlap(one.permission, question.permission) && one.id !== check.policy?.id,
  );
  const roleState = state("role");
  const items: { id: string; title: string; state: State; detail?: ReactNode; children?: ReactNode }[] = [
    {
      id: "there",
      state: first,
      title: t(`gate.${first === "failed" ? gates[closed]?.id : source === "core" ? "core" : "there"}`, words),
      detail: first === "failed" && t("gate.stops"),
    },
    {
      id: "role",
      state: roleState,
      title:
        check.grants.length === 0
          ? t("gate.noRole", words)
          : t("gate.roles", { ...words, count: new Set(check.grants.map((one) => one.role + one.team)).size }),
      children: check.grants.length > 0 && <Grants {...told} />,
    },
  ];
  if (state("workspace-role") === "failed") {
    items.push({
      id: "workspace-role",
      state: "failed",
      title: t("gate.workspaceRole", words),
      detail: check.explanation,
    });
  }
  const policyState = state("policy");
  if (check.policy && policyState !== "skipped") {
    items.push({
      id: "policy",
      state: policyState,
      title: t(policyState === "failed" ? "gate.refused" : "gate.allowed", { policy: check.policy.name }),
      children: <PolicyGate {...told} />,
    });
  } else if (policyState !== "skipped" && others.length === 0) {
    items.push({ id: "policy", state: "done", title: t("gate.noPolicy") });
  }
  if (policyState === "done" && others.length > 0) {
    const names = others.map((one) => one.name).join(", ");
    items.push({ id: "others", state: "done", title: t("gate.quiet", { count: others.length }), detail: names });
  } else if (others.length > 0 || policyState === "skipped") {
    items.push({
      id: "others",
      state: "skipped",
      title: t("gate.notNeeded", { count: others.length }),
      detail: t(policyState === "failed" ? "gate.refusalWins" : "gate.nothingGranted"),
    });
  }
  return <ProgressSteps label={t("explain.trail")} items={items} />;
}

/** Every way by which the permission comes, with who gave it and when. */
function Grants({ check, book, user }: Told) {
  const t = useT("access");
  const format = useFormat();
  const giver = useGivers(user.id);
  return (
    <ul className="sh-grants">
      {check.grants.map((one) => {
        const origin = one.via === "user" ? giver(one.role) : undefined;
        const when = origin && format.date(origin.at);
        return (
          <li key={`${one.role}/${one.team}/${one.key}`}>
            <Badge>{book.names.role(one.role)}</Badge>
            <span>
              {one.team
                ? t("grant.team", { team: one.team })
                : origin
                  ? t(origin.by ? "grant.by" : "grant.at", { by: origin.by, when })
                  : t("grant.own")}
            </span>
            <Key>{one.key}</Key>
          </li>
        );
      })}
    </ul>
  );
}
