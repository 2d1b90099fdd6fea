import { useApi, type PluginView } from "@plexica/api-client";
import { Dialog, Icon } from "@plexica/ui";
import { Search } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { Page, Tenant } from "../api/types";
import { Tile } from "../common/tiles";

interface Hit {
  id: string;
  name: string;
  kind: string;
  to: string;
}

/** Finds tenants and plugins by what they are called. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const hits = useHits(text.trim());
  const active = hits[Math.min(at, hits.length - 1)];
  const go = (hit: Hit) => {
    onClose();
    void navigate(hit.to);
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, hits.length - 1) + step + hits.length) % hits.length);
    } else if (event.key === "Enter" && active) {
      event.preventDefault();
      go(active);
    }
  };
  return (
    <Dialog title={t("palette.label")} onClose={onClose} size="medium">
      <div className="ad-palette">
        <span className="px-search">
          <Icon of={Search} size={16} />
          <input
            className="px-input"
            role="combobox"
            aria-expanded={hits.length > 0}
            aria-controls="palette-hits"
            aria-activedescendant={active && `hit-${active.id}`}
            aria-label={t("palette.label")}
            placeholder={t("palette.placeholder")}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setAt(0);
            }}
            onKeyDown={keys}
            autoFocus
          />
        </span>
        <ul id="palette-hits" role="listbox" aria-label={t("palette.label")}>
          {hits.map((hit) => (
            <li
              key={hit.id}
              id={`hit-${hit.id}`}
              role="option"
              aria-selected={hit === active}
              className="ad-palette__hit"
              onClick={() => go(hit)}
            >
              <Tile name={hit.name} id={hit.id.replace(/^\w+-/, "")} size={28} />
              <span>{hit.name}</span>
              <small>{hit.kind}</small>
            </li>
          ))}
        </ul>
        {hits.length === 0 && (
          <p className="ad-quiet">{text.trim() ? t("list.nothingFor", { q: text.trim() }) : t("palette.empty")}</p>
        )}
      </div>
    </Dialog>
  );
}

function useHits(q: string): Hit[] {
  const { t } = useTranslation();
  const asking = { query: { q, size: 6 }, enabled: q !== "", keepPrevious: true };
  const tenants = useApi<Page<Tenant>>("/tenants", asking);
  const plugins = useApi<Page<PluginView>>("/plugins", asking);
  if (q === "") {
    return [];
  }
  return [
    ...(tenants.data?.items ?? []).map(({ slug, name }) => ({
      id: `tenant-${slug}`,
      name,
      kind: t("palette.tenants"),
      to: `/tenants/${slug}`,
    })),
    ...(plugins.data?.items ?? []).map(({ id, name }) => ({
      id: `plugin-${id}`,
      name,
      kind: t("palette.plugins"),
      to: `/registry/${id}`,
    })),
  ];
}
