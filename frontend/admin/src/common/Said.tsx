import type { Problem } from "@plexica/api-client";
import { Banner } from "@plexica/ui";
import { Trouble } from "./Trouble";

/** What went wrong: the platform's words, or those of this page, which did not even ask. */
export function Said({ problem }: { problem: Problem | string | null }) {
  if (problem === null) {
    return null;
  }
  return typeof problem === "string" ? <Banner tone="bad" title={problem} urgent /> : <Trouble problem={problem} />;
}
