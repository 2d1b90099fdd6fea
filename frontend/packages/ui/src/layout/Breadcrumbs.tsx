import { ChevronRight } from "lucide-react";
import { Icon } from "../identity/Icon";
import { Link } from "../links/Link";
import { useTexts } from "../texts/TextsProvider";
import "./Breadcrumbs.css";

export interface Crumb {
  label: string;
  /** Left out for the page one is on. */
  to?: string | undefined;
}

export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const texts = useTexts();
  return (
    <nav className="px-breadcrumbs" aria-label={texts.breadcrumbs}>
      <ol>
        {items.map((item, at) => (
          <li key={at}>
            {at > 0 && <Icon of={ChevronRight} size={14} />}
            {item.to && at < items.length - 1 ? (
              <Link to={item.to} look="plain">
                {item.label}
              </Link>
            ) : (
              <span aria-current={at === items.length - 1 ? "page" : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
