import { useApi } from "@plexica/api-client";
import { Icon } from "@plexica/ui";
import { NAV, NavCount } from "@plexica/ui/frame";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import type { DeadLetter, Page } from "../api/types";
import { FIRST, OPERATIONS, type Place } from "./places";

/** Where one can go. */
export function Navigation() {
  const { t } = useTranslation();
  const letters = useApi<Page<DeadLetter>>("/events/dead-letters", { query: { size: 1 }, every: 60_000 });
  const counts: Record<string, number | undefined> = { deadLetters: letters.data?.total };
  const item = ({ id, to, icon }: Place) => (
    <li key={id}>
      <NavLink to={to} end={to === "/"} className={NAV.item}>
        <Icon of={icon} size={18} />
        <span className={NAV.label}>{t(`nav.${id}`)}</span>
        {counts[id] ? <NavCount count={counts[id]} label={`${counts[id]} ${t(`nav.${id}`)}`} /> : null}
      </NavLink>
    </li>
  );
  return (
    <nav aria-label={t("nav.label")} className={NAV.list}>
      <ul>{FIRST.map(item)}</ul>
      <h2 className={NAV.title}>{t("nav.operations")}</h2>
      <ul>{OPERATIONS.map(item)}</ul>
    </nav>
  );
}
