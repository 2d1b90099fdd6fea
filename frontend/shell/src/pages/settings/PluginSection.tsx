import { PageSkeleton } from "../../common/PageSkeleton";
import { BoxFailure } from "../../host/BoxFailure";
import { Contribution } from "../../host/Contribution";
import type { Placed } from "../../state/console";

/** What a plugin adds to the settings. */
export function PluginSection({ placed }: { placed: Placed }) {
  return (
    <Contribution
      placed={placed}
      waiting={<PageSkeleton body />}
      failed={(failure) => <BoxFailure placed={placed} failure={failure} />}
    />
  );
}
