import { isProblem, useApi } from "@plexica/api-client";
import type { User } from "@plexica/api-client";
import { ButtonLink, Loading, ProblemView, SidePanel, SkeletonText, Stack, StateBadge } from "@plexica/ui";
import { CircleHelp } from "lucide-react";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { explainAddress, nameOf, TONES } from "../model/person";
import { PersonFacts } from "./PersonFacts";
import { PersonMenu } from "./PersonMenu";
import { PersonPlaces } from "./PersonPlaces";
import { PersonRoles } from "./PersonRoles";
import { ProfileForm } from "./ProfileForm";

/** Somebody beside the list: who they are, what they may do, and where. */
export function PersonPanel({ id, onClose }: { id: string; onClose(): void }) {
  const t = useT("people");
  const { data: user, etag, problem, again } = useApi<User>(`/users/${id}`);
  const { can } = useMe();
  const gone = isProblem(problem) && problem.status === 404;
  return (
    <SidePanel
      title={user ? nameOf(user) : t("person")}
      description={user && <StateBadge tone={TONES[user.status]}>{t(`status.${user.status}`)}</StateBadge>}
      onClose={onClose}
      actions={
        user && (
          <>
            {can("core:roles:read") && (
              <ButtonLink icon={CircleHelp} to={explainAddress(user.id)}>
                {t("whyShort")}
              </ButtonLink>
            )}
            {can("core:users:write") && <PersonMenu user={user} onGone={onClose} />}
          </>
        )
      }
    >
      {problem && !user && <ProblemView problem={gone ? { title: t("goneText") } : problem} onRetry={again} />}
      {!user && !problem && (
        <Loading onRetry={again}>
          <SkeletonText lines={8} />
        </Loading>
      )}
      {user && (
        <Stack gap={24}>
          <PersonFacts user={user} />
          {can("core:users:write") && <ProfileForm key={user.id} user={user} etag={etag} />}
          <PersonRoles user={user} />
          <PersonPlaces user={user} />
        </Stack>
      )}
    </SidePanel>
  );
}
