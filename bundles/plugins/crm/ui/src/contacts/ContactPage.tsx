import {
  isProblem,
  useExtensions,
  usePage,
  usePlexica,
} from "@plexica/plugin-api";
import {
  AsidePage,
  Button,
  ButtonLink,
  Card,
  EmptyState,
  Loading,
  ProblemView,
  SkeletonText,
  Tabs,
} from "@plexica/ui";
import { Pencil, UserX } from "lucide-react";
import { useState } from "react";
import type { Contact } from "../common/types";
import { useAddress } from "../common/useAddress";
import { useGet } from "../common/useGet";
import { ContactDeals } from "./ContactDeals";
import { ContactDialog } from "./ContactDialog";
import { ContactFacts } from "./ContactFacts";
import { ContactMenu } from "./ContactMenu";
import { adopt } from "../common/styles";
import css from "./contacts.css?inline";

adopt(css);

const TARGET = "crm:contact";

/** All about one contact, with what other plugins know of it. */
export function ContactPage({ id }: { id: string }) {
  const { t, can, href, navigate } = usePlexica();
  const {
    data: contact,
    problem,
    again,
  } = useGet<Contact>(`/contacts/${encodeURIComponent(id)}`);
  const [editing, setEditing] = useState(false);
  const write = contact !== undefined && can("crm:contacts:write");
  usePage({
    title: contact?.name ?? t("contact.one"),
    ...(contact?.company ? { description: contact.company } : {}),
    crumbs: [{ label: t("Contacts"), path: "/contacts" }],
    primary: write && (
      <Button variant="primary" icon={Pencil} onClick={() => setEditing(true)}>
        {t("contact.edit")}
      </Button>
    ),
    actions: contact && can("crm:contacts:delete") && (
      <ContactMenu contact={contact} onDeleted={() => navigate("/contacts")} />
    ),
  });
  if (!contact && isProblem(problem, "not-found")) {
    return (
      <EmptyState
        icon={UserX}
        title={t("contact.gone")}
        text={t("contact.goneText")}
        action={
          <ButtonLink to={href("/contacts")}>{t("contact.all")}</ButtonLink>
        }
      />
    );
  }
  if (!contact && problem)
    return <ProblemView problem={problem} onRetry={again} />;
  if (!contact) {
    return (
      <Loading onRetry={again}>
        <SkeletonText lines={8} />
      </Loading>
    );
  }
  return (
    <AsidePage aside={<Aside contact={contact} />}>
      <Parts contact={contact} />
      {editing && <ContactDialog id={id} onClose={() => setEditing(false)} />}
    </AsidePage>
  );
}

function Parts({ contact }: { contact: Contact }) {
  const { t, can, href } = usePlexica();
  const { words } = useAddress("/contacts");
  const { tabs } = useExtensions(TARGET);
  const deals = can("crm:deals:read")
    ? [{ id: "deals", label: t("Deals") }]
    : [];
  const items = [...deals, ...tabs.map(({ id, label }) => ({ id, label }))];
  const wanted = words.get("tab");
  const selected = items.find(({ id }) => id === wanted)?.id ?? items[0]?.id;
  if (!selected) return <EmptyState title={t("contact.nothingElse")} />;
  const here = `/contacts/${contact.id}`;
  const linked = items.map((item) => ({
    ...item,
    to: href(`${here}?tab=${encodeURIComponent(item.id)}`),
  }));
  const foreign = tabs.find(({ id }) => id === selected);
  return (
    <>
      <Tabs
        id="contact"
        label={t("contact.parts")}
        items={linked}
        selected={selected}
      />
      {foreign ? (
        foreign.render({ target: TARGET, id: contact.id, data: contact })
      ) : (
        <ContactDeals contact={contact} />
      )}
    </>
  );
}

function Aside({ contact }: { contact: Contact }) {
  const { t } = usePlexica();
  const { actions } = useExtensions(TARGET);
  return (
    <Card
      title={t("contact.facts")}
      footer={
        actions.length > 0 &&
        actions.map((action) => (
          <Button
            key={action.id}
            size="small"
            onClick={() =>
              action.run({ target: TARGET, id: contact.id, data: contact })
            }
          >
            {action.label}
          </Button>
        ))
      }
    >
      <ContactFacts contact={contact} />
    </Card>
  );
}
