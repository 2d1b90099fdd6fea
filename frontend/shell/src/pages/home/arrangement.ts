import type { Placed } from "../../state/console";
import type { WidgetPlace } from "../../state/preferences";

export interface Arranged {
  placed: Placed;
  place: WidgetPlace | undefined;
}

/**
 * The widgets in the order that somebody has chosen, without those that they have hidden. What came since stands at the end; what
 * is not here now keeps its place for when it comes back.
 */
export function arrange(widgets: readonly Placed[], places: readonly WidgetPlace[], hidden = false): Arranged[] {
  const by = new Map(places.map((place, at) => [place.id, { place, at }]));
  return widgets
    .map((placed, at) => ({ placed, place: by.get(placed.id)?.place, at: by.get(placed.id)?.at ?? 1_000 + at }))
    .filter(({ place }) => hidden || !place?.hidden)
    .sort((a, b) => a.at - b.at)
    .map(({ placed, place }) => ({ placed, place }));
}

/** The places after one widget has gone up or down by one. */
export function move(order: readonly Arranged[], at: number, by: 1 | -1): WidgetPlace[] {
  const after = order.map(({ placed, place }) => place ?? { id: placed.id });
  const [moved] = after.splice(at, 1);
  if (moved) after.splice(Math.max(0, at + by), 0, moved);
  return after;
}

/** The places after something about one of them has changed. */
export function change(order: readonly Arranged[], at: number, part: Partial<WidgetPlace>): WidgetPlace[] {
  return order.map(({ placed, place }, index) => ({
    ...(place ?? { id: placed.id }),
    ...(index === at ? part : {}),
  }));
}

/** What is kept: the new places, and those of widgets that are not here now. */
export function merge(before: readonly WidgetPlace[], after: readonly WidgetPlace[]): WidgetPlace[] {
  const known = new Set(after.map((place) => place.id));
  return [...after, ...before.filter((place) => !known.has(place.id))];
}
