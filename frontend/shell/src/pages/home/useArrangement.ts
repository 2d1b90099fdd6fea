import { useCallback } from "react";
import { useMe } from "../../state/me";
import { usePreferences } from "../../state/preferences";
import type { WidgetPlace } from "../../state/preferences";
import { merge } from "./arrangement";

const NONE: WidgetPlace[] = [];

/** Where somebody's widgets stand in the workspace. */
export function useArrangement() {
  const { workspace } = useMe();
  const { preferences, change } = usePreferences();
  const key = workspace?.id ?? "none";
  const places = preferences.widgets?.[key] ?? NONE;
  const keep = useCallback(
    (after: WidgetPlace[]) => change(({ widgets }) => ({ widgets: { ...widgets, [key]: merge(places, after) } })),
    [change, key, places],
  );
  return { places, keep };
}
