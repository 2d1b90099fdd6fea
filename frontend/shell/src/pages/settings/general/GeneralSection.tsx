import { useApi } from "@plexica/api-client";
import type { Theme } from "@plexica/api-client";
import { ProblemView } from "@plexica/ui";
import { PageSkeleton } from "../../../common/PageSkeleton";
import { draftOf } from "../model/draft";
import type { Settings } from "../model/draft";
import { GeneralForm } from "./GeneralForm";

/** Language, contact, colours and logo of the tenant. */
export function GeneralSection() {
  const settings = useApi<Settings>("/settings", { staleTime: 0 });
  const theme = useApi<Theme>("/settings/theme", { staleTime: 0 });
  const problem = settings.problem ?? theme.problem;
  const again = (): void => {
    settings.again();
    theme.again();
  };
  if (!settings.data || !theme.data) {
    return problem ? <ProblemView problem={problem} onRetry={again} /> : <PageSkeleton body />;
  }
  // Both are parts of one thing and share its version; read apart, the older one decides.
  const etag = settings.etag === theme.etag ? settings.etag : older(settings.etag, theme.etag);
  return <GeneralForm start={draftOf(settings.data, theme.data)} etag={etag} />;
}

function older(one: string | null, other: string | null): string | null {
  const version = (tag: string | null): number => Number(/\d+/.exec(tag ?? "")?.[0] ?? 0);
  return version(one) < version(other) ? one : other;
}
