import type { TFunction } from "i18next";
import type { Flag } from "../../api/types";
import type { Format } from "../../logic/format";

/** For whom a flag is otherwise than for all, in words. */
export function exceptions({ tenants, plans }: Flag, t: TFunction<"settings">, format: Format): string[] {
  const named = (on: boolean) =>
    Object.entries(tenants)
      .filter(([, value]) => value === on)
      .map(([slug]) => slug);
  const [on, off] = [named(true), named(false)];
  return [
    ...(plans.length > 0 ? [t("flags.plans", { plans: format.list(plans) })] : []),
    ...(on.length > 0 ? [t("flags.tenantOn", { tenants: format.list(on) })] : []),
    ...(off.length > 0 ? [t("flags.tenantOff", { tenants: format.list(off) })] : []),
  ];
}

/** The slugs in a line of text. */
export function slugs(text: string): string[] {
  return text.split(/[\s,;]+/).filter((slug) => slug !== "");
}
