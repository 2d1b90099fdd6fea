import type { Preview } from "@plexica/api-client";

const PAGES = ["page", "application"];
/** An entry in the navigation goes with the page that it leads to. */
const WITH_PAGES = [...PAGES, "sidebar.menu"];

type Changed = Pick<Preview, "contributionsLost"> & Partial<Pick<Preview, "contributions">>;

/** What a preview takes from the console: pages, each once, and the other points that lose something. What only changes, stays. */
export function lostOf({ contributionsLost = [], contributions = [] }: Changed): {
  pages: NonNullable<Preview["contributionsLost"]>;
  points: string[];
} {
  const gone = contributionsLost.filter(
    (one) =>
      !contributions.some(
        ({ plugin, point, module }) => plugin === one.plugin && point === one.point && module === one.module,
      ),
  );
  const pages = gone.filter(({ point }) => PAGES.includes(point));
  const points = gone.map(({ point }) => point).filter((point) => !WITH_PAGES.includes(point));
  return {
    pages: pages.filter(
      (page, at) => pages.findIndex((one) => one.plugin === page.plugin && one.module === page.module) === at,
    ),
    points: [...new Set(points)],
  };
}
