import type { ImportPreview } from "../api/transfer.types";

/** The steps that a tenant from a file goes through, as the platform counts them. */
export const STEPS = ["schema", "realm", "storage", "restore"];

/** What there is in a file, for people. */
export interface Contents {
  /** Unpacked. */
  bytes: number;
  plugins: string[];
}

export function contentsOf({ data }: ImportPreview): Contents {
  const plugins = data.flatMap(({ entry }) => /^plugins\/([^/]+)\/schema\.json$/.exec(entry)?.[1] ?? []);
  return { bytes: data.reduce((sum, { bytes }) => sum + bytes, 0), plugins: [...new Set(plugins)].sort() };
}

/** How many steps are done, of which there is a percentage. */
export function stepsDone(progress: number): number {
  return Math.min(STEPS.length, Math.round((progress * STEPS.length) / 100));
}
