import { usePlexica } from "@plexica/plugin-api";
import { Button, EmptyState } from "@plexica/ui";
import { Handshake, SearchX } from "lucide-react";
import type { ReactNode } from "react";

/** There are none, or none that a text finds. */
export function NoDeals({
  q,
  clear,
  onAdd,
}: {
  q: string;
  clear: ReactNode;
  onAdd: (() => void) | undefined;
}) {
  const { t } = usePlexica();
  if (q)
    return (
      <EmptyState
        icon={SearchX}
        title={t("deals.none", { q })}
        action={clear}
      />
    );
  return (
    <EmptyState
      icon={Handshake}
      title={t("deals.empty")}
      text={t(onAdd ? "deals.emptyText" : "deals.emptyReader")}
      action={onAdd && <Button onClick={onAdd}>{t("deal.new")}</Button>}
    />
  );
}
