import { Button, Card, IconButton, Select, Switch, useAnnounce } from "@plexica/ui";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useFeedback } from "../../common/Feedback";
import { PluginIcon } from "../../frame/PluginIcon";
import { useLabel } from "../../host/label";
import { useT } from "../../i18n/useT";
import type { Placed } from "../../state/console";
import type { WidgetPlace } from "../../state/preferences";
import { arrange, change, move } from "./arrangement";
import type { Arranged } from "./arrangement";

const WIDTHS = [3, 5, 7, 12] as const;

export interface ArrangeProps {
  widgets: readonly Placed[];
  places: readonly WidgetPlace[];
  onKeep(places: WidgetPlace[]): Promise<void>;
  onClose(): void;
}

/** The widgets as a list: order, width, and whether they are seen. What is changed holds at once. */
export function Arrange({ widgets, places, onKeep, onClose }: ArrangeProps) {
  const t = useT("home");
  const { notify } = useFeedback();
  const announce = useAnnounce();
  const label = useLabel();
  const order = arrange(widgets, places, true);
  const keep = (after: WidgetPlace[]): void => {
    onKeep(after).catch(() => notify({ text: t("notKept"), tone: "bad" }));
  };
  const shift = (at: number, by: 1 | -1, name: string): void => {
    keep(move(order, at, by));
    announce(t("moved", { name, place: at + by + 1, count: order.length }));
  };
  return (
    <Card
      title={t("arrangeTitle")}
      note={t("arrangeNote")}
      flush
      className="sh-arrange"
      actions={
        <Button size="small" variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      <ul>
        {order.map((one, at) => {
          const name = label(one.placed);
          return (
            <li key={one.placed.id}>
              <PluginIcon plugin={one.placed.plugin} />
              <span className="sh-arrange__name">{name}</span>
              <Width name={name} value={one} onChange={(columns) => keep(change(order, at, { columns }))} />
              <Switch
                label={t("shown")}
                checked={!one.place?.hidden}
                onChange={(shown) => keep(change(order, at, { hidden: !shown }))}
              />
              <IconButton
                icon={ArrowUp}
                size="small"
                label={t("up", { name })}
                aria-disabled={at === 0}
                onClick={() => at > 0 && shift(at, -1, name)}
              />
              <IconButton
                icon={ArrowDown}
                size="small"
                label={t("down", { name })}
                aria-disabled={at === order.length - 1}
                onClick={() => at < order.length - 1 && shift(at, 1, name)}
              />
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function Width({
  name,
  value,
  onChange,
}: {
  name: string;
  value: Arranged;
  onChange(columns: WidgetPlace["columns"]): void;
}) {
  const t = useT("home");
  return (
    <Select
      label={t("widthOf", { name })}
      hideLabel
      value={String(value.place?.columns ?? "")}
      options={[
        { value: "", label: t("width.own") },
        ...WIDTHS.map((width) => ({ value: String(width), label: t(`width.${width}`) })),
      ]}
      onChange={(width) => onChange(width === "" ? undefined : (Number(width) as WidgetPlace["columns"]))}
    />
  );
}
