import { useApi, type PluginView } from "@plexica/api-client";
import type { IconType } from "@plexica/ui";
import { Download, FileInput, Plus, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Page, Tenant } from "../api/types";
import { FIRST, OPERATIONS } from "./places";

/** Something that was found, and where it leads. */
export interface Hit {
  id: string;
  name: string;
  kind: string;
  to: string;
  /** Of pages; tenants and plugins have a letter. */
  icon?: IconType;
}

const DEEDS = [
  { id: "newTenant", to: "/tenants/new", icon: Plus },
  { id: "export", to: "/transfer", icon: Download },
  { id: "import", to: "/transfer/import", icon: FileInput },
  { id: "upload", to: "/registry/upload", icon: Upload },
];

/** Tenants and plugins that are called so, then pages; all pages while nothing is typed. */
export function useHits(q: string): Hit[] {
  const { t } = useTranslation();
  const asking = { query: { q, size: 6 }, enabled: q !== "", keepPrevious: true };
  const tenants = useApi<Page<Tenant>>("/tenants", asking);
  const plugins = useApi<Page<PluginView>>("/plugins", asking);
  const pages: Hit[] = [
    ...DEEDS.map((deed) => ({ ...deed, name: t(`palette.do.${deed.id}`), kind: t("palette.deed") })),
    ...[...FIRST, ...OPERATIONS].map((place) => ({ ...place, name: t(`nav.${place.id}`), kind: t("palette.page") })),
  ];
  if (q === "") {
    return pages;
  }
  const wanted = q.toLocaleLowerCase();
  return [
    ...(tenants.data?.items ?? []).map(({ slug, name }) => ({
      id: `tenant-${slug}`,
      name,
      kind: t("palette.tenants"),
      to: `/tenants/${slug}`,
    })),
    ...(plugins.data?.items ?? []).map(({ id, name }) => ({
      id: `plugin-${id}`,
      name,
      kind: t("palette.plugins"),
      to: `/registry/${id}`,
    })),
    ...pages.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)),
  ];
}
