import type { WidgetModule } from "@plexica/plugin-api";
import { Card, DashboardCell, Link, Loading, SkeletonText } from "@plexica/ui";
import { PluginIcon } from "../../frame/PluginIcon";
import { BoxFailure } from "../../host/BoxFailure";
import { Contribution } from "../../host/Contribution";
import { useLabel } from "../../host/label";
import { useModule } from "../../host/useModule";
import { prefixOf } from "../../state/console";
import type { Placed } from "../../state/console";
import type { WidgetPlace } from "../../state/preferences";

const HEIGHTS = { small: 120, large: 332 };

/** A widget in its card: the shell draws the frame and the title, the plugin what is in it. */
export function Widget({ placed, columns }: { placed: Placed; columns: WidgetPlace["columns"] }) {
  const label = useLabel()(placed);
  const { plugin } = placed;
  // Of a plugin in a frame of its own nothing is known beforehand.
  const { module } = useModule<WidgetModule>(placed, 0, !plugin.sandbox);
  const options = module?.widget ?? {};
  const height = options.height ?? (options.columns === 3 ? "small" : "large");
  return (
    <DashboardCell columns={columns ?? options.columns ?? 5} height={HEIGHTS[height]}>
      <Card
        className={`sh-widget sh-widget--${height}`}
        icon={<PluginIcon plugin={plugin} />}
        title={label}
        note={options.caption}
        actions={options.link && <Link to={prefixOf(plugin) + options.link.path}>{options.link.label}</Link>}
      >
        <Contribution
          placed={placed}
          waiting={
            <Loading>
              <SkeletonText lines={height === "small" ? 2 : 5} />
            </Loading>
          }
          failed={(failure) => <BoxFailure placed={placed} failure={failure} />}
        />
      </Card>
    </DashboardCell>
  );
}
