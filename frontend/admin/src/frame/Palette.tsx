import { Dialog, Icon, IconTile } from "@plexica/ui";
import { Search } from "lucide-react";
import { useState, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Tile } from "../common/tiles";
import { useHits, type Hit } from "./useHits";

/** Finds tenants and plugins by what they are called, and pages by their names. */
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
        {hits.length > 0 && (
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
                {hit.icon ? (
                  <IconTile icon={hit.icon} size={28} />
                ) : (
                  <Tile name={hit.name} id={hit.id.replace(/^\w+-/, "")} size={28} />
                )}
                <span>{hit.name}</span>
                <small>{hit.kind}</small>
              </li>
            ))}
          </ul>
        )}
        {hits.length === 0 && <p className="ad-quiet">{t("list.nothingFor", { q: text.trim() })}</p>}
      </div>
    </Dialog>
  );
}
