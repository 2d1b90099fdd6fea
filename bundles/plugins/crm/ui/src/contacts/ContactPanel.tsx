import { usePlexica } from "@plexica/plugin-api";
import {
  ButtonLink,
  Loading,
  ProblemView,
  SidePanel,
  SkeletonText,
} from "@plexica/ui";
import type { Contact } from "../common/types";
import { useGet } from "../common/useGet";
import { ContactFacts } from "./ContactFacts";

/** One contact beside the list. */
export function ContactPanel({ id, onClose }: { id: string; onClose(): void }) {
  const { t, href } = usePlexica();
  const { data, problem, again } = useGet<Contact>(
    `/contacts/${encodeURIComponent(id)}`,
  );
  return (
    <SidePanel
      title={data?.name ?? t("contact.one")}
      description={data?.company}
      onClose={onClose}
      actions={
        data && (
          <ButtonLink to={href(`/contacts/${data.id}`)} variant="primary">
            {t("contact.open")}
          </ButtonLink>
        )
      }
    >
      {data ? (
        <ContactFacts contact={data} />
      ) : problem ? (
        <ProblemView problem={problem} onRetry={again} />
      ) : (
        <Loading>
          <SkeletonText lines={6} />
        </Loading>
      )}
    </SidePanel>
  );
}
