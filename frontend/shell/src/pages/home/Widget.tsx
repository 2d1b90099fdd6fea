import type { WidgetModule, WidgetOptions } from "@plexica/plugin-api";
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
/** Of a plugin in a frame of its own no module is read here that could say more: narrow, and high enough to scroll in. */
const FRAMED: WidgetOptions = { columns: 3, height: "large" };

/** A widget in its card: the shell draws the frame and the title, the plugin what is in it. */
export function Widget({ placed, columns }: { placed: Placed; columns: WidgetPlace["columns"] }) {
  const label = useLabel()(placed);
  const { plugin } = placed;
  const { module } = useModule<WidgetModule>(placed, 0, !plugin.sandbox);
  const options = plugin.sandbox ? FRAMED : (module?.widget ?? {});
  const height = options.height ?? (options.columns === 3 ? "small" : "large");
  return (
    <DashboardCell columns={columns ?? options.columns ?? 5} height={HEIGHTS[height]}>
      <Card
        className={`sh-widget sh-widget--${height}${plugin.sandbox ? " sh-widget--framed" : ""}`}
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
