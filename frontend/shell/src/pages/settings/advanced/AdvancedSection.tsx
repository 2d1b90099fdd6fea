import { useApi } from "@plexica/api-client";
import { ProblemView } from "@plexica/ui";
import { PageSkeleton } from "../../../common/PageSkeleton";
import { SettingsEditor } from "./SettingsEditor";

/** All settings of the tenant as JSON. */
export default function AdvancedSection() {
  const { data, etag, problem, again } = useApi<Record<string, unknown>>("/settings", { staleTime: 0 });
  if (!data) return problem ? <ProblemView problem={problem} onRetry={again} /> : <PageSkeleton body />;
  return <SettingsEditor start={data} etag={etag} />;
}
