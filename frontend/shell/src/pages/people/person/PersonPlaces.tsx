import type { User } from "@plexica/api-client";
import { ItemList, Link, Loading, SkeletonText, Stack } from "@plexica/ui";
import type { Item } from "@plexica/ui";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useRoleName } from "../common/useRoleName";
import { usePlaces } from "./usePlaces";

/** Where somebody works: workspaces, and teams with the roles that they lend. */
export function PersonPlaces({ user }: { user: User }) {
  const t = useT("people");
  const format = useFormat();
  const roleName = useRoleName();
  const { teams, workspaces, loading, partial } = usePlaces(user);
  if (loading) {
    return (
      <Loading>
        <SkeletonText lines={3} />
      </Loading>
    );
  }
  return (
    <>
      <List
        title={t("tabs.teams")}
        none={t("noTeams")}
        items={teams.map(({ place, role }) => ({
          id: place.id,
          title: <Link to={`/manage/people/teams?team=${place.id}`}>{place.name}</Link>,
          detail: place.roles.length > 0 ? t("lends", { roles: format.list(place.roles.map(roleName)) }) : undefined,
          end: t(`memberRole.${role}`),
        }))}
      />
      <List
        title={t("tabs.workspaces")}
        none={t("noWorkspaces")}
        items={workspaces.map(({ place, role }) => ({
          id: place.id,
          title: <Link to={`/manage/people/workspaces/${place.id}`}>{place.name}</Link>,
          end: t(`memberRole.${role}`),
        }))}
      />
      {partial && <p className="sh-hint">{t("partial")}</p>}
    </>
  );
}

function List({ title, none, items }: { title: string; none: string; items: Item[] }) {
  return (
    <section>
      <Stack gap={8}>
        <h3>{title}</h3>
        {items.length > 0 ? <ItemList label={title} items={items} /> : <p className="sh-hint">{none}</p>}
      </Stack>
    </section>
  );
}
