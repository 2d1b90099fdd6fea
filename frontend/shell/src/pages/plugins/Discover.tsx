import type { PluginView } from "@plexica/api-client";
import {
  Banner,
  Button,
  ButtonLink,
  CardGrid,
  ChipGroup,
  EmptyState,
  Loading,
  SearchField,
  Select,
  SkeletonCard,
  Switch,
  Toolbar,
} from "@plexica/ui";
import { PackageSearch } from "lucide-react";
import { useSearchParams } from "react-router";
import { useQueryState } from "../../common/useQueryState";
import { CatalogueIcon } from "../../frame/PluginIcon";
import { useT } from "../../i18n/useT";
import { useMe } from "../../state/me";
import { categoriesOf, filterPlugins, suggestion } from "./catalogue";
import { PluginCard } from "./PluginCard";

/** The catalogue: one suggestion with its reason, and all plugins with how they stand here. */
export function Discover({ plugins, onRetry }: { plugins: PluginView[] | undefined; onRetry(): void }) {
  const t = useT("plugins");
  const { tenant, can } = useMe();
  const [, setParams] = useSearchParams();
  const [text, setText] = useQueryState("q");
  const [category, setCategory] = useQueryState("category");
  const [mine, setMine] = useQueryState("mine");
  const [sort, setSort] = useQueryState("sort", "name");
  if (!plugins) {
    return (
      <Loading onRetry={onRetry}>
        <div className="sh-catalogue-skeleton">
          {[1, 2, 3, 4, 5, 6, 7, 8].map((key) => (
            <SkeletonCard key={key} height={212} />
          ))}
        </div>
      </Loading>
    );
  }
  const shown = filterPlugins(plugins, { text, category, inPlan: mine === "1", sort }, tenant.plan);
  const hint = text || category || !can("core:plugins:install") ? undefined : suggestion(plugins, tenant.plan);
  return (
    <>
      <Toolbar
        end={
          <>
            <Switch label={t("inMyPlan")} checked={mine === "1"} onChange={(on) => setMine(on ? "1" : "")} />
            <Select
              label={t("sort.label")}
              hideLabel
              value={sort}
              onChange={setSort}
              options={["name", "newest"].map((value) => ({ value, label: t(`sort.${value}`) }))}
            />
          </>
        }
      >
        <SearchField label={t("search")} value={text} onChange={setText} />
        <ChipGroup
          label={t("categories")}
          value={category}
          onChange={setCategory}
          options={[
            { value: "", label: t("all") },
            ...categoriesOf(plugins).map((one) => ({
              value: one,
              label: t(`category.${one}`, { defaultValue: capital(one) }),
            })),
          ]}
        />
      </Toolbar>
      {hint && (
        <Banner
          icon={<CatalogueIcon plugin={hint.plugin} size={56} />}
          eyebrow={t("goesWellWith", { plugin: hint.beside.name })}
          title={hint.plugin.name}
          actions={
            <>
              <ButtonLink variant="quiet" to={`/manage/plugins/${hint.plugin.id}`}>
                {t("details")}
              </ButtonLink>
              <ButtonLink variant="primary" to={`/manage/plugins/${hint.plugin.id}/install`}>
                {t("installOne", { plugin: hint.plugin.name })}
              </ButtonLink>
            </>
          }
        >
          {hint.plugin.description}
        </Banner>
      )}
      {shown.length === 0 ? (
        <EmptyState
          icon={PackageSearch}
          title={text ? t("nothingFor", { text }) : t("nothing")}
          action={<Button onClick={() => setParams({})}>{t("clearFilters")}</Button>}
        />
      ) : (
        <CardGrid label={t("title")} least={240}>
          {shown.map((plugin) => (
            <PluginCard key={plugin.id} plugin={plugin} />
          ))}
        </CardGrid>
      )}
    </>
  );
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
