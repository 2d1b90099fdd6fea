import type { PluginView } from "@plexica/api-client";
import { ButtonLink, Card, Link, StateBadge } from "@plexica/ui";
import type { Tone } from "@plexica/ui";
import { ArrowUp, Check, Clock, Lock, Pause } from "lucide-react";
import type { IconType } from "@plexica/ui";
import { CatalogueIcon } from "../../frame/PluginIcon";
import { useT } from "../../i18n/useT";
import { useMe } from "../../state/me";
import { stateOf } from "./catalogue";
import type { CardState } from "./catalogue";

const SIGNS: Record<Exclude<CardState, "install">, { tone: Tone; icon: IconType }> = {
  upgrade: { tone: "accent", icon: ArrowUp },
  installed: { tone: "good", icon: Check },
  disabled: { tone: "neutral", icon: Pause },
  running: { tone: "accent", icon: Clock },
  failed: { tone: "bad", icon: Clock },
  plan: { tone: "neutral", icon: Lock },
  deprecated: { tone: "warning", icon: Clock },
  closed: { tone: "neutral", icon: Lock },
};

/** A plugin of the catalogue: what it is for, and how it stands in the tenant. */
export function PluginCard({ plugin }: { plugin: PluginView }) {
  const t = useT("plugins");
  const { tenant, can } = useMe();
  const state = stateOf(plugin, tenant.plan);
  return (
    <Card className="sh-plugin-card">
      <div className="sh-plugin-card__head">
        <CatalogueIcon plugin={plugin} size={40} />
        <div>
          <h2>
            <Link look="plain" to={`/manage/plugins/${plugin.id}`}>
              {plugin.name}
            </Link>
          </h2>
          <p>{plugin.author?.name}</p>
        </div>
      </div>
      <p className="sh-plugin-card__text">{plugin.description}</p>
      <div className="sh-plugin-card__foot">
        <span>{plugin.installation?.version ?? plugin.version}</span>
        {state === "install" ? (
          can("core:plugins:install") && (
            <ButtonLink
              size="small"
              to={`/manage/plugins/${plugin.id}/install`}
              aria-label={t("installOne", { plugin: plugin.name })}
            >
              {t("install.verb")}
            </ButtonLink>
          )
        ) : (
          <StateBadge {...SIGNS[state]}>
            {state === "plan" ? t("planNeeded", { plan: plugin.plans[0] ?? "" }) : t(`state.${state}`)}
          </StateBadge>
        )}
      </div>
    </Card>
  );
}
