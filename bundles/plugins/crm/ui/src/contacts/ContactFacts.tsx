import { usePlexica } from "@plexica/plugin-api";
import { KeyValueList } from "@plexica/ui";
import { useFormat } from "../common/format";
import type { Contact } from "../common/types";

/** All that is known of a contact. */
export function ContactFacts({ contact }: { contact: Contact }) {
  const { t } = usePlexica();
  const format = useFormat();
  const { email, phone, company, notes, createdAt, updatedAt } = contact;
  const none = t("none");
  return (
    <KeyValueList
      items={[
        { label: t("contact.company"), value: company ?? none },
        {
          label: t("contact.email"),
          value: email ? (
            <a className="px-link" href={`mailto:${encodeURI(email)}`}>
              {email}
            </a>
          ) : (
            none
          ),
        },
        {
          label: t("contact.phone"),
          value: phone ? (
            <a className="px-link" href={`tel:${phone}`}>
              {phone}
            </a>
          ) : (
            none
          ),
        },
        {
          label: t("contact.notes"),
          value: notes ? <span className="crm-notes">{notes}</span> : none,
        },
        { label: t("contact.added"), value: format.ago(createdAt) },
        { label: t("contact.updated"), value: format.ago(updatedAt) },
      ]}
    />
  );
}
