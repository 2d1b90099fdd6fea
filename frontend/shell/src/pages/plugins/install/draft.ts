import { useCallback, useState } from "react";

export const STEPS = ["overview", "permissions", "configuration", "review", "progress"] as const;
export type StepId = (typeof STEPS)[number];

/** What somebody has entered so far. It survives a reload of the tab, without its secrets. */
export interface Draft {
  values: Record<string, unknown>;
}

const EMPTY: Draft = { values: {} };

/** The draft is whose it is: whoever signs in after them in the same tab begins anew. */
export function draftKey(tenant: string, person: string, plugin: string): string {
  return `plexica.install.${tenant}.${person}.${plugin}`;
}

function read(key: string): Draft {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null") as Draft | null;
    return kept && typeof kept.values === "object" ? kept : EMPTY;
  } catch {
    return EMPTY;
  }
}

/** Secrets are kept in memory and nowhere else. */
export function withoutSecrets(values: Record<string, unknown>, secrets: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secrets.includes(name)));
}

export function useDraft(key: string, secrets: readonly string[]) {
  const [draft, setDraft] = useState(() => read(key));
  const change = useCallback(
    (values: Record<string, unknown>) => {
      setDraft({ values });
      sessionStorage.setItem(key, JSON.stringify({ values: withoutSecrets(values, secrets) } satisfies Draft));
    },
    [key, secrets],
  );
  const forget = useCallback(() => sessionStorage.removeItem(key), [key]);
  return { values: draft.values, change, forget };
}

/** The steps of this plugin: who asks for no settings has no step for them. */
export function stepsOf(settings: number): StepId[] {
  return STEPS.filter((step) => step !== "configuration" || settings > 0);
}
