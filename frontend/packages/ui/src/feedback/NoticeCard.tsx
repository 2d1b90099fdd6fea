import type { ReactNode } from "react";
import { TriangleAlert } from "lucide-react";
import { Icon } from "../identity/Icon";
import "./NoticeCard.css";

export interface NoticeCardProps {
  /** An IconTile of 52. */
  icon?: ReactNode;
  /** A sign on the icon's corner: something went wrong. */
  alarmed?: boolean;
  title: ReactNode;
  text: ReactNode;
  actions?: ReactNode;
  /** For those who can do more about it. */
  more?: { title: ReactNode; text: ReactNode; actions?: ReactNode } | undefined;
  /** For support: keys and numbers, and a way to copy them. */
  foot?: ReactNode;
  headingLevel?: 1 | 2;
}

/** Stands where a page would: a crash, a suspended tenant, a plugin that is off. */
export function NoticeCard({ icon, alarmed, title, text, actions, more, foot, headingLevel = 2 }: NoticeCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <section className="px-notice">
      <div className="px-notice__part">
        {icon && (
          <span className="px-notice__icon">
            {icon}
            {alarmed && (
              <span className="px-notice__alarm">
                <Icon of={TriangleAlert} size={16} />
              </span>
            )}
          </span>
        )}
        <Heading tabIndex={headingLevel === 1 ? -1 : undefined}>{title}</Heading>
        <div className="px-notice__text">{text}</div>
        {actions && <div className="px-notice__actions">{actions}</div>}
      </div>
      {more && (
        <div className="px-notice__part px-notice__part--more">
          <p className="px-notice__subtitle">{more.title}</p>
          <p>{more.text}</p>
          {more.actions && <div className="px-notice__actions">{more.actions}</div>}
        </div>
      )}
      {foot && <div className="px-notice__foot">{foot}</div>}
    </section>
  );
}
