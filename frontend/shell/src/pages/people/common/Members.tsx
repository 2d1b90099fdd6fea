import { useApi, usePlatform } from "@plexica/api-client";
import type { Page } from "@plexica/api-client";
import { Avatar, DataTable, EmptyState, IconButton, NameCell, Select, Stack } from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { UserMinus } from "lucide-react";
import { useState } from "react";
import { pageBefore } from "../../../common/listState";
import { SIZE } from "../../../common/useListState";
import { useT } from "../../../i18n/useT";
import type { Member } from "../model/views";
import { nameOf } from "../model/person";
import { AddMember } from "./AddMember";
import { Trouble } from "./Trouble";
import { useAct } from "./useAct";

interface MembersProps<R extends string> {
  /** What they are members of: `/teams/<id>`. */
  of: string;
  title: string;
  roles: readonly R[];
  usual: R;
  mayChange: boolean;
  /** Everybody is in it: nobody is added or taken out. */
  everybody?: boolean;
}

/** Who belongs to a team or a workspace, and as what. */
export function Members<R extends string>({ of, title, roles, usual, mayChange, everybody }: MembersProps<R>) {
  const t = useT("people");
  const { api } = usePlatform();
  const { act } = useAct();
  const [page, setPage] = useState(0);
  const path = `${of}/members`;
  const { data, problem, again } = useApi<Page<Member<R>>>(path, { query: { page, size: SIZE }, keepPrevious: true });

  const turn = (member: Member<R>, role: R): void =>
    void act({
      work: () => api.put(`${path}/${member.userId}`, { role }),
      done: t("members.changed", { person: nameOf(member), role: t(`memberRole.${role}`) }),
      undo: () => api.put(`${path}/${member.userId}`, { role: member.role }),
    });
  const remove = (member: Member<R>): void =>
    void act({
      work: () => api.delete(`${path}/${member.userId}`),
      done: t("members.removed", { person: nameOf(member), place: title }),
      undo: () => api.post(path, { userId: member.userId, role: member.role }),
    });
  const columns: Column<Member<R>>[] = [
    {
      id: "person",
      header: t("columns.person"),
      cell: (member) => {
        const name = nameOf(member) || t("members.anonymous");
        return <NameCell icon={<Avatar name={name} />} name={name} below={member.email} />;
      },
    },
    {
      id: "role",
      header: t("members.role"),
      cell: (member) =>
        mayChange ? (
          <Select
            label={t("members.roleOf", { person: nameOf(member) })}
            hideLabel
            value={member.role}
            options={roles.map((value) => ({ value, label: t(`memberRole.${value}`) }))}
            onChange={(role) => turn(member, role as R)}
          />
        ) : (
          t(`memberRole.${member.role}`)
        ),
    },
  ];
  return (
    <Stack gap={16}>
      {mayChange && !everybody && (
        <AddMember path={path} roles={roles} usual={usual} present={data?.items.map((one) => one.userId) ?? []} />
      )}
      {everybody && <p className="sh-hint">{t("members.everybody")}</p>}
      <DataTable
        label={t("members.of", { place: title })}
        density="medium"
        columns={columns}
        rows={data?.items}
        rowKey={(member) => member.userId}
        skeletonRows={3}
        problem={problem && !data && <Trouble problem={problem} what={title} onRetry={again} />}
        onRetry={again}
        rowActions={
          mayChange && !everybody
            ? (member) => (
                <IconButton
                  icon={UserMinus}
                  label={t("members.remove", { person: nameOf(member), place: title })}
                  onClick={() => remove(member)}
                />
              )
            : undefined
        }
        empty={<EmptyState title={t("members.none")} text={mayChange ? t("members.noneText") : undefined} />}
        pagination={
          data && (data.total > SIZE || page > 0)
            ? {
                from: data.items.length === 0 ? 0 : page * SIZE + 1,
                to: data.items.length === 0 ? 0 : page * SIZE + data.items.length,
                total: data.total,
                onPrevious: page > 0 ? () => setPage(pageBefore(page, SIZE, data.total)) : undefined,
                onNext: (page + 1) * SIZE < data.total ? () => setPage(page + 1) : undefined,
              }
            : undefined
        }
      />
    </Stack>
  );
}
