import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./Breadcrumbs";
import "./PageHead.css";

export interface PageHeadProps {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the title: a state. */
  badge?: ReactNode;
  /** Left of everything: an IconTile of 64. */
  icon?: ReactNode;
  /** Below the description, quieter: publisher, rating. */
  meta?: ReactNode;
  breadcrumbs?: readonly Crumb[] | undefined;
  /** Lesser actions, before the primary one. */
  actions?: ReactNode;
  /** The page's one primary action. */
  primary?: ReactNode;
  /** After the primary action: a menu. */
  more?: ReactNode;
  tabs?: ReactNode;
}

/** The page's one h1, what it is for, its tabs, and the one next step. */
export function PageHead({
  title,
  description,
  badge,
  icon,
  meta,
  breadcrumbs,
  actions,
  primary,
  more,
  tabs,
}: PageHeadProps) {
  return (
    <div className="px-page-head">
      {breadcrumbs && <Breadcrumbs items={breadcrumbs} />}
      <div className="px-page-head__row">
        {icon}
        <div className="px-page-head__words">
          <div className="px-page-head__title">
            <h1 tabIndex={-1}>{title}</h1>
            {badge}
          </div>
          {description && <p className="px-page-head__description">{description}</p>}
          {meta && <div className="px-page-head__meta">{meta}</div>}
        </div>
        {(actions || primary || more) && (
          <div className="px-page-head__actions">
            {actions}
            {primary}
            {more}
          </div>
        )}
      </div>
      {tabs && <div className="px-page-head__tabs">{tabs}</div>}
    </div>
  );
}
