import { useApi } from "@plexica/api-client";
import type { Page } from "@plexica/api-client";
import { Button, Card, DataTable, EmptyState, Key, NameCell, ProblemView, StateBadge } from "@plexica/ui";
import type { Column } from "@plexica/ui";
import { KeyRound, Plus } from "lucide-react";
import { useState } from "react";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { stateOf } from "../model/keys";
import type { ApiKey, RevealedKey } from "../model/views";
import { KeyMenu } from "./KeyMenu";
import { NewKey } from "./NewKey";
import { Secret } from "./Secret";

const TONES = { active: "good", rotating: "accent", ending: "warning", expired: "neutral" } as const;

/** The keys by which programs call the platform for this tenant. */
export function ApiKeys() {
  const t = useT("settings");
  const format = useFormat();
  const { can } = useMe();
  const { data, problem, again } = useApi<Page<ApiKey>>("/api-keys", { query: { size: 200 } });
  const [making, setMaking] = useState(false);
  const [revealed, setRevealed] = useState<RevealedKey | null>(null);
  const mayChange = can("core:api-keys:write");
  const columns: Column<ApiKey>[] = [
    {
      id: "name",
      header: t("keys.name"),
      cell: (key) => <NameCell name={key.name} below={key.prefix} />,
    },
    {
      id: "permissions",
      header: t("keys.permissions"),
      cell: ({ permissions }) => (
        <>
          {permissions.slice(0, 2).map((one) => (
            <Key key={one}>{one}</Key>
          ))}
          {permissions.length > 2 && (
            <span className="sh-hint"> {t("keys.more", { count: permissions.length - 2 })}</span>
          )}
        </>
      ),
    },
    {
      id: "state",
      header: t("keys.state"),
      cell: (key) => {
        const state = stateOf(key, Date.now());
        return <StateBadge tone={TONES[state]}>{t(`keys.states.${state}`)}</StateBadge>;
      },
    },
    {
      id: "expires",
      header: t("keys.expires"),
      cell: ({ expiresAt }) => (expiresAt ? format.date(expiresAt) : t("keys.never")),
    },
    {
      id: "used",
      header: t("keys.used"),
      cell: ({ lastUsedAt }) => (lastUsedAt ? format.ago(lastUsedAt) : t("keys.notUsed")),
    },
  ];
  const make = mayChange && (
    <Button variant="primary" icon={Plus} onClick={() => setMaking(true)}>
      {t("keys.new")}
    </Button>
  );
  return (
    <Card title={t("keys.title")} note={t("keys.note")} actions={data && data.items.length > 0 && make} flush>
      <DataTable
        bare
        label={t("keys.title")}
        columns={columns}
        rows={data?.items}
        rowKey={(key) => key.id}
        skeletonRows={2}
        problem={problem && !data && <ProblemView problem={problem} onRetry={again} />}
        onRetry={again}
        rowActions={mayChange ? (key) => <KeyMenu apiKey={key} onRevealed={setRevealed} /> : undefined}
        empty={<EmptyState icon={KeyRound} title={t("keys.none")} text={t("keys.noneText")} action={make} />}
      />
      {making && (
        <NewKey
          onClose={() => setMaking(false)}
          onDone={(key) => {
            setMaking(false);
            setRevealed(key);
          }}
        />
      )}
      {revealed && <Secret apiKey={revealed} onClose={() => setRevealed(null)} />}
    </Card>
  );
}
