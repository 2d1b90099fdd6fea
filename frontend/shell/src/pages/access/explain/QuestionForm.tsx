import { Avatar, Button, Card, Combobox, Select } from "@plexica/ui";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { FormEvent } from "react";
import { useT } from "../../../i18n/useT";
import { fullName } from "../../../state/me";
import { SourceIcon } from "../SourceIcon";
import { attributes } from "../model/conditions";
import { overlap } from "../model/keys";
import type { Book } from "./book";
import { addressOf } from "./question";
import type { Question } from "./question";
import { ResourceFields } from "./ResourceFields";

/** One person and one thing. What is asked is in the address, so that an answer can be sent on. */
export function QuestionForm({ book, asked }: { book: Book; asked: Partial<Question> }) {
  const t = useT("access");
  const navigate = useNavigate();
  const [user, setUser] = useState(asked.user ?? null);
  const [permission, setPermission] = useState(asked.permission ?? null);
  const [workspace, setWorkspace] = useState(asked.workspace ?? "");
  const [resource, setResource] = useState(asked.resource ?? {});
  const [said, setSaid] = useState(asked.resource !== undefined);
  const wanted = attributes(
    book.policies.filter((one) => permission && overlap(one.permission, permission)).map((one) => one.conditions),
    "resource",
  );
  const reason = !user ? t("explain.choosePerson") : !permission ? t("explain.chooseWhat") : undefined;

  const ask = (event: FormEvent): void => {
    event.preventDefault();
    if (reason || !user || !permission) return;
    const known = Object.fromEntries(Object.entries(resource).filter(([, value]) => value !== undefined));
    void navigate(
      addressOf({
        user,
        permission,
        resource: said && wanted.size > 0 ? known : undefined,
        workspace: workspace || undefined,
      }),
    );
  };
  return (
    <Card className="sh-question">
      <form onSubmit={ask}>
        <div className="sh-question__row">
          <Combobox
            label={t("explain.can")}
            placeholder={t("explain.person")}
            value={user}
            onChange={setUser}
            options={book.users.map((one) => ({
              value: one.id,
              label: fullName(one),
              description: one.email,
              icon: <Avatar name={fullName(one)} size={20} />,
            }))}
          />
          <Combobox
            label={t("explain.doThis")}
            placeholder={t("explain.what")}
            value={permission}
            onChange={setPermission}
            options={book.permissions.map((one) => ({
              value: one.key,
              label: book.names.permission(one),
              description: book.names.source(one.source),
              icon: <SourceIcon source={one.source} names={book.names} />,
            }))}
          />
          <Select
            label={t("explain.with")}
            value={said && wanted.size > 0 ? "one" : ""}
            onChange={(value) => setSaid(value === "one")}
            options={[
              { value: "", label: wanted.size > 0 ? t("explain.notSaid") : t("explain.anything") },
              ...(wanted.size > 0 ? [{ value: "one", label: t("explain.oneWhose") }] : []),
            ]}
          />
          <Select
            label={t("explain.in")}
            value={workspace}
            onChange={setWorkspace}
            options={[
              { value: "", label: t("explain.defaultWorkspace") },
              ...book.workspaces.map((one) => ({ value: one.id, label: one.name })),
            ]}
          />
          <Button type="submit" variant="primary" disabledReason={reason}>
            {t("explain.ask")}
          </Button>
        </div>
        {said && wanted.size > 0 && (
          <ResourceFields book={book} wanted={wanted} value={resource} onChange={setResource} />
        )}
      </form>
    </Card>
  );
}
