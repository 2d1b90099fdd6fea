import { Navigate } from "react-router";
import { RefusedPage } from "../common/Refused";
import { useT } from "../i18n/useT";
import { useMe } from "../state/me";
import { AREAS } from "./areas";

/** `/manage` is no page of its own: it leads to the first that one may see. */
export default function ManagePage() {
  const t = useT();
  const { canAny } = useMe();
  const first = AREAS.find((area) => canAny(...area.nav.permissions));
  if (first) return <Navigate to={`/manage/${first.id}`} replace />;
  return <RefusedPage title={t("nav.manage")} what={t("nav.manage")} />;
}
