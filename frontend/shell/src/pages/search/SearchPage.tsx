import { Banner, EmptyState, Link, Loading, PageHead, SearchField, SkeletonText, Card } from "@plexica/ui";
import { SearchX } from "lucide-react";
import { useQueryState } from "../../common/useQueryState";
import { usePageTitle } from "../../frame/title";
import { useFormat } from "../../i18n/format";
import { useT } from "../../i18n/useT";
import { useEntries } from "../../palette/useEntries";
import "./search.css";

/** All that is found for a text, by who found it. */
export default function SearchPage() {
  const t = useT("search");
  const [text, setText] = useQueryState("q");
  const { groups, searching, missing } = useEntries(text);
  const format = useFormat();
  const found = groups.filter((group) => group.id !== "all" && group.id !== "actions");
  usePageTitle([t("title")]);
  return (
    <>
      <PageHead title={t("title")} description={t("description")} />
      <SearchField label={t("label")} value={text} onChange={setText} />
      <div className="sh-found">
        {text && missing.length > 0 && (
          <Banner tone="warning" title={t("missing", { plugins: format.list(missing) })}>
            {t("missingText")}
          </Banner>
        )}
        {text && found.length === 0 && searching && (
          <Loading>
            <SkeletonText lines={4} />
          </Loading>
        )}
        {text && found.length === 0 && !searching && missing.length === 0 && (
          <EmptyState icon={SearchX} title={t("nothing", { text })} text={t("nothingText")} />
        )}
        {text &&
          found.map((group) => (
            <Card key={group.id} title={group.label} flush>
              <ul className="sh-found__list">
                {group.entries.map((entry) => (
                  <li key={entry.id}>
                    {entry.icon}
                    <Link to={entry.to ?? "/"}>{entry.label}</Link>
                    {entry.detail && <span className="sh-found__detail">{entry.detail}</span>}
                  </li>
                ))}
              </ul>
            </Card>
          ))}
      </div>
    </>
  );
}
