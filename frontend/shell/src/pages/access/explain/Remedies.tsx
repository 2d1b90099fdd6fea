import type { User } from "@plexica/api-client";
import { Button, Card, ItemList, Link, useCopy } from "@plexica/ui";
import type { Item } from "@plexica/ui";
import { Check, Copy } from "lucide-react";
import { useT } from "../../../i18n/useT";
import { fullName } from "../../../state/me";
import { comparisons, isOther, valueOf } from "../model/conditions";
import { lowered } from "../model/sentence";
import { addressOf } from "./question";
import type { Told } from "./told";

/** What would make it a yes and whom that touches, what else to ask, and the answer to take along. */
export function Remedies(told: Told & { yes: boolean; answer: string }) {
  const t = useT("access");
  const { copied, copy } = useCopy();
  const items = told.yes ? [] : remedies(told, t);
  return (
    <>
      {items.length > 0 && (
        <Card title={t("remedy.title")} className="sh-remedies">
          <p className="sh-said">{t("remedy.text")}</p>
          <ItemList label={t("remedy.title")} items={items} />
        </Card>
      )}
      <Close {...told} />
      <div className="sh-copy">
        <Button
          variant="quiet"
          icon={copied ? Check : Copy}
          onClick={() => copy(`${told.answer}\n${told.check.explanation}\n${location.href}`)}
        >
          {t(copied ? "explain.copied" : "explain.copy")}
        </Button>
      </div>
    </>
  );
}

type T = ReturnType<typeof useT>;

const GIVE = / the role (.+)$/;

function remedies(told: Told, t: T): Item[] {
  const { check, gates, person, user, book, source, workspace } = told;
  const closed = gates.find(({ open }) => !open)?.id;
  const names = { person, plugin: book.names.source(source), workspace: workspace?.name ?? "" };
  const open = (to: string, label: string) => <Link to={to}>{t(label)}</Link>;
  if (closed === "person") {
    return [
      {
        id: "person",
        title: t("remedy.activate", names),
        end: open(`/manage/people?user=${user.id}`, "remedy.openPerson"),
      },
    ];
  }
  if (closed === "plugin" || closed === "plugin-here") {
    const end = open(`/manage/plugins/${source}`, "remedy.openPlugin");
    return [{ id: "plugin", title: t(`remedy.${closed}`, names), end }];
  }
  const others = closed === "policy" ? owners(told).map((other) => ownerItem(told, other, t)) : [];
  const listed = check.remedies.map(({ action, people }): Item => {
    const detail = t("remedy.touches", { count: people });
    const role = GIVE.exec(action)?.[1];
    if (check.policy && closed === "policy") {
      const end = open(`/manage/access/policies/${check.policy.id}`, "remedy.openPolicy");
      return { id: action, title: t("remedy.policy", { policy: check.policy.name }), detail, end };
    }
    if (role) {
      const to = `/manage/people?user=${user.id}`;
      return {
        id: action,
        title: t("remedy.role", { person, role: book.names.role(role) }),
        detail: t("remedy.only", { person }),
        end: open(to, "remedy.openPerson"),
      };
    }
    const end = workspace && open(`/manage/people/workspaces/${workspace.id}`, "remedy.openWorkspace");
    return { id: action, title: t("remedy.member", names), detail: t("remedy.only", names), end };
  });
  return [...others, ...listed];
}

/** Whose the thing is, where a policy compares that with the person who asks. */
function owners({ book, check, question, user }: Told): User[] {
  const policy = book.policies.find(({ id }) => id === check.policy?.id);
  const ids = comparisons(policy?.conditions ?? { all: [] })
    .filter(({ value }) => isOther(value) && value.attribute === "user.id")
    .map(({ attribute }) => valueOf({ resource: question.resource }, attribute));
  return book.users.filter(({ id }) => id !== user.id && ids.includes(id));
}

function ownerItem({ question, what }: Told, other: User, t: T): Item {
  const person = fullName(other);
  return {
    id: other.id,
    title: t("remedy.other", { person, what }),
    detail: t("remedy.theirs"),
    end: <Link to={addressOf({ ...question, user: other.id })}>{t("remedy.mayThey")}</Link>,
  };
}

/** Questions that are near. */
function Close({ book, question, user, what, source, person }: Told) {
  const t = useT("access");
  const other = book.users.find((one) => one.id !== user.id);
  const near = book.permissions.find((one) => one.source === source && one.key !== question.permission);
  const questions = [
    {
      id: "who",
      title: (
        <Link to={`/manage/access?tab=permissions&open=${encodeURIComponent(question.permission)}`}>
          {t("close.who", { what })}
        </Link>
      ),
    },
    ...(near
      ? [
          {
            id: "near",
            title: (
              <Link to={addressOf({ ...question, permission: near.key })}>
                {t("explain.sample", { person, what: lowered(book.names.permission(near)) })}
              </Link>
            ),
          },
        ]
      : []),
    ...(other
      ? [
          {
            id: "other",
            title: (
              <Link to={addressOf({ ...question, user: other.id })}>
                {t("close.same", { person: fullName(other) })}
              </Link>
            ),
          },
        ]
      : []),
  ];
  return (
    <Card title={t("close.title")}>
      <ItemList label={t("close.title")} items={questions} lines={false} />
    </Card>
  );
}
