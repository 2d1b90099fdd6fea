import { Card, ItemList, Link } from "@plexica/ui";
import { HelpCircle } from "lucide-react";
import { Icon } from "@plexica/ui";
import { useT } from "../../../i18n/useT";
import { fullName } from "../../../state/me";
import { lowered } from "../model/sentence";
import type { Book } from "./book";
import { addressOf } from "./question";
import { samples } from "./samples";

/** Where nothing has been asked yet: three questions to begin with. */
export function Samples({ book }: { book: Book }) {
  const t = useT("access");
  const items = samples(book.users, book.permissions, book.roles);
  if (items.length === 0) return null;
  return (
    <Card title={t("explain.samples")} className="sh-samples">
      <ItemList
        label={t("explain.samples")}
        items={items.map((one) => {
          const user = book.users.find(({ id }) => id === one.user);
          const permission = book.permissions.find(({ key }) => key === one.permission);
          return {
            id: `${one.user}/${one.permission}`,
            icon: <Icon of={HelpCircle} size={18} />,
            title: (
              <Link to={addressOf(one)}>
                {t("explain.sample", {
                  person: user ? fullName(user) : "",
                  what: permission ? lowered(book.names.permission(permission)) : "",
                })}
              </Link>
            ),
            detail: permission && book.names.source(permission.source),
          };
        })}
      />
    </Card>
  );
}
