import type { Preview } from "@plexica/api-client";
import { Icon } from "@plexica/ui";
import type { IconType } from "@plexica/ui";
import { Ban, Database, LayoutGrid, Minus, PanelsTopLeft, Plus, Radio, TriangleAlert, Undo2 } from "lucide-react";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useLost } from "./useLost";

interface Line {
  key: string;
  icon: IconType;
  text: string;
  change?: "gained" | "lost";
}

/** What a preview says, line by line, in people's words. */
export function Changes({ preview, upgradeFrom }: { preview: Preview; upgradeFrom?: string | undefined }) {
  const t = useT("plugins");
  const lines = useLines(preview, upgradeFrom);
  if (lines.length === 0) return <p className="sh-quiet">{t("changes.none")}</p>;
  return (
    <ul className="sh-changes">
      {lines.map(({ key, icon, text, change }) => (
        <li key={key} data-change={change}>
          <Icon of={icon} size={16} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function useLines(preview: Preview, upgradeFrom: string | undefined): Line[] {
  const t = useT("plugins");
  const format = useFormat();
  const roles = (names: readonly string[]): string =>
    format.list(names.map((name) => t(`role.${name}`, { defaultValue: name })));
  const { pages, others } = useLost(preview);
  const rows = preview.data.reduce((sum, table) => sum + table.rows, 0);
  return [
    ...preview.problems.map((problem, at) => ({
      key: `problem-${at}`,
      icon: Ban,
      text: problem.message,
      change: "lost" as const,
    })),
    ...preview.warnings.map((text, at) => ({ key: `warning-${at}`, icon: TriangleAlert, text })),
    ...preview.permissions.gained.map((one) => ({
      key: one.key,
      icon: Plus,
      change: "gained" as const,
      text: t("changes.gained", { what: lowered(one.name), roles: roles(one.roles) }),
    })),
    ...preview.permissions.lost.map((one) => ({
      key: one.key,
      icon: Minus,
      change: "lost" as const,
      text: t("changes.lost", { what: lowered(one.name), roles: roles(one.roles) }),
    })),
    ...(preview.migrations.length > 0
      ? [{ key: "migrations", icon: Database, text: t("changes.migrations", { count: preview.migrations.length }) }]
      : []),
    ...(preview.events.subscribes.length > 0
      ? [{ key: "events", icon: Radio, text: t("changes.listens", { count: preview.events.subscribes.length }) }]
      : []),
    ...(preview.contributions.length > 0
      ? [{ key: "screens", icon: LayoutGrid, text: t("changes.screens", { count: preview.contributions.length }) }]
      : []),
    ...(pages.length > 0
      ? [
          {
            key: "pages",
            icon: PanelsTopLeft,
            change: "lost" as const,
            text: t("changes.pages", { count: pages.length, what: format.list(pages) }),
          },
        ]
      : []),
    ...(others.length > 0
      ? [
          {
            key: "others",
            icon: LayoutGrid,
            change: "lost" as const,
            text: t("changes.others", { what: format.list(others) }),
          },
        ]
      : []),
    ...(rows > 0
      ? [{ key: "rows", icon: Minus, change: "lost" as const, text: t("changes.rows", { count: rows }) }]
      : []),
    ...(upgradeFrom ? [{ key: "back", icon: Undo2, text: t("changes.back", { version: upgradeFrom }) }] : []),
  ];
}

/** A name within a sentence: `Read contacts` becomes `read contacts`, `CRM access` stays. */
export function lowered(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
