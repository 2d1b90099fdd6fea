import type { Preview } from "@plexica/api-client";

const PAGES = ["page", "application"];
/** An entry in the navigation goes with the page that it leads to. */
const WITH_PAGES = [...PAGES, "sidebar.menu"];

/** What a preview takes from the console: pages, each once, and the other points that lose something. */
export function lostOf({ contributionsLost = [] }: Pick<Preview, "contributionsLost">): {
  pages: NonNullable<Preview["contributionsLost"]>;
  points: string[];
} {
  const pages = contributionsLost.filter(({ point }) => PAGES.includes(point));
  const points = contributionsLost.map(({ point }) => point).filter((point) => !WITH_PAGES.includes(point));
  return {
    pages: pages.filter(
      (page, at) => pages.findIndex((one) => one.plugin === page.plugin && one.module === page.module) === at,
    ),
    points: [...new Set(points)],
  };
}
