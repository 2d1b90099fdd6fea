import { Check, KeyRound, Minus, Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "../cx";
import { Badge } from "../feedback/Badge";
import { Icon, type IconType } from "../identity/Icon";
import { IconTile } from "../identity/IconTile";
import { useTexts } from "../texts/TextsProvider";
import { VisuallyHidden } from "../layout/VisuallyHidden";
import { Key } from "./Key";
import "./PermissionList.css";

export interface PermissionItem {
  /** The permission's key: seen only behind "Show keys". */
  id: string;
  /** What people will be able to do: "Give and take points". */
  title: ReactNode;
  detail?: ReactNode;
  icon?: IconType | undefined;
  /** All roles in question, and who of them has it. */
  roles?: readonly { name: string; granted: boolean }[] | undefined;
  /** How many people have it through them. */
  people?: number | undefined;
  irreversible?: boolean | undefined;
  /** In a comparison of two versions. */
  change?: "gained" | "lost" | undefined;
}

export interface PermissionListProps {
  /** "Your people may", "The plugin itself will". */
  title: string;
  items: readonly PermissionItem[];
  showKeys?: boolean;
  headingLevel?: 2 | 3;
  /** What the roles are said to be; "Granted at once to" without. */
  grantedTo?: string;
  /** At the end of the head where no roles are shown. */
  actions?: ReactNode;
}

/** Consequences in people's words: who gains what, and how many. */
export function PermissionList({ title, items, showKeys, headingLevel = 2, grantedTo, actions }: PermissionListProps) {
  const texts = useTexts();
  const Heading = `h${headingLevel}` as const;
  const roles = grantedTo ?? texts.grantedTo;
  const counted = items.some((item) => item.people !== undefined);
  const granted = items.some((item) => item.roles !== undefined);
  return (
    <section className={cx("px-permissions", granted && "px-permissions--roles")}>
      <header className="px-permissions__head">
        <Heading>{title}</Heading>
        {granted && <span>{roles}</span>}
        {granted && <span className="px-permissions__who">{counted && texts.who}</span>}
        {!granted && actions}
      </header>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <IconTile
              icon={item.icon ?? (item.irreversible ? Trash2 : KeyRound)}
              size={32}
              tone={item.irreversible ? "warning" : "quiet"}
            />
            <div className="px-permissions__words">
              <div className="px-permissions__title">
                <Change change={item.change} />
                {item.title}
                {item.irreversible && <Badge tone="warning">{texts.cantBeUndone}</Badge>}
              </div>
              {item.detail && <div className="px-permissions__detail">{item.detail}</div>}
              {showKeys && <Key>{item.id}</Key>}
            </div>
            {item.roles && (
              <ul className="px-permissions__roles" aria-label={roles}>
                {item.roles.map((role) => (
                  <li key={role.name}>
                    <Badge tone={role.granted ? "accent" : "neutral"} outline={!role.granted}>
                      {role.granted && <Icon of={Check} size={13} />}
                      {role.name}
                      <VisuallyHidden> {role.granted ? texts.granted : texts.notGranted}</VisuallyHidden>
                    </Badge>
                  </li>
                ))}
              </ul>
            )}
            {granted && (
              <span className="px-permissions__who">{item.people !== undefined && texts.people(item.people)}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Change({ change }: { change: "gained" | "lost" | undefined }) {
  const texts = useTexts();
  if (!change) return null;
  return (
    <span className={`px-permissions__change--${change}`}>
      <Icon of={change === "gained" ? Plus : Minus} size={16} />
      <VisuallyHidden>{change === "gained" ? texts.gained : texts.lost}: </VisuallyHidden>
    </span>
  );
}
