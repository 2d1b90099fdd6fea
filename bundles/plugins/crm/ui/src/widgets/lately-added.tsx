import { usePlexica } from "@plexica/plugin-api";
import type { Page, WidgetOptions } from "@plexica/plugin-api";
import { Avatar, ButtonLink, EmptyState, ItemList, Link } from "@plexica/ui";
import { Contact as ContactIcon } from "lucide-react";
import { useFormat } from "../common/format";
import type { Contact } from "../common/types";
import { useGet } from "../common/useGet";
import { Filled } from "./Filled";

export const widget: WidgetOptions = { columns: 5, height: "large" };

/** The contacts that came last. */
export default function LatelyAdded() {
  const { t, can, href } = usePlexica();
  const format = useFormat();
  return (
    <Filled
      got={useGet<Page<Contact>>("/contacts", { sort: "-createdAt", size: 5 })}
      lines={5}
    >
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            icon={ContactIcon}
            title={t("contacts.empty")}
            action={
              can("crm:contacts:write") && (
                <ButtonLink to={href("/contacts?new=1")}>
                  {t("contact.new")}
                </ButtonLink>
              )
            }
          />
        ) : (
          <ItemList
            label={t("Lately added")}
            lines={false}
            items={items.map(({ id, name, company, createdAt }) => ({
              id,
              icon: <Avatar name={name} size={30} />,
              title: <Link to={href(`/contacts/${id}`)}>{name}</Link>,
              detail: (
                <>
                  {company && (
                    <>
                      <bdi>{company}</bdi> ·{" "}
                    </>
                  )}
                  {format.ago(createdAt)}
                </>
              ),
            }))}
          />
        )
      }
    </Filled>
  );
}
