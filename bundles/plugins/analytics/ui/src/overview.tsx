import { useExtensions, usePage, usePlexica } from "@plexica/plugin-api";
import { Stack, Tabs } from "@plexica/ui";
import { Board } from "./overview/Board";

const TARGET = "analytics:overview";

/** The workspace in figures, and in tabs beside it what other plugins know. */
export default function Overview() {
  const { t, path, href } = usePlexica();
  const { tabs } = useExtensions(TARGET);
  usePage({ description: t("overview.description") });
  if (tabs.length === 0) return <Board />;

  const wanted = new URLSearchParams(path.split("?")[1]).get("tab");
  const foreign = tabs.find(({ id }) => id === wanted);
  const items = [
    { id: "figures", label: t("overview.figures"), to: href("/overview") },
    ...tabs.map(({ id, label }) => ({
      id,
      label,
      to: href(`/overview?tab=${encodeURIComponent(id)}`),
    })),
  ];
  return (
    <Stack>
      <Tabs
        id="overview"
        label={t("overview.parts")}
        items={items}
        selected={foreign?.id ?? "figures"}
      />
      {foreign ? foreign.render({ target: TARGET, id: "overview" }) : <Board />}
    </Stack>
  );
}
