import { useApi, type Installation, type Page } from "@plexica/api-client";
import { useFormat } from "../../common/useFormat";

/** How many plugins a tenant has; those that it had do not count. */
export function usePluginCount(slug: string): number | undefined {
  const { data } = useApi<Page<Installation>>(`/tenants/${slug}/plugins`, { query: { size: 200 }, staleTime: 60_000 });
  return data?.items.filter(({ status }) => status === "INSTALLED" || status === "DISABLED").length;
}

export function PluginCount({ slug }: { slug: string }) {
  const count = usePluginCount(slug);
  const format = useFormat();
  return count ? format.number(count) : "–";
}
