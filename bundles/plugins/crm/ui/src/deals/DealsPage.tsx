import { usePage, usePlexica } from "@plexica/plugin-api";
import { Button, ChipGroup, SearchField, Toolbar } from "@plexica/ui";
import { Plus } from "lucide-react";
import { useAddress } from "../common/useAddress";
import { Board } from "./Board";
import { DealDialog } from "./DealDialog";
import { DealsTable } from "./DealsTable";

/** All deals: as a board, on which they go from stage to stage, or as a table. */
export function DealsPage() {
  const { t, can } = usePlexica();
  const address = useAddress("/deals");
  const { words, set } = address;
  const write = can("crm:deals:write");
  const view = words.get("view") === "table" ? "table" : "board";
  const q = words.get("q") ?? "";
  const add = (): void => set({ new: "1" });
  usePage({
    description: t("deals.description"),
    primary: write && (
      <Button variant="primary" icon={Plus} onClick={add}>
        {t("deal.new")}
      </Button>
    ),
  });
  return (
    <>
      <Toolbar
        end={
          <ChipGroup
            label={t("deals.view")}
            options={[
              { value: "board", label: t("deals.board") },
              { value: "table", label: t("deals.table") },
            ]}
            value={view}
            onChange={(next) =>
              set({
                view: next === "table" ? next : null,
                page: null,
                sort: null,
              })
            }
          />
        }
      >
        <SearchField
          label={t("deals.search")}
          value={q}
          delay={250}
          onChange={(text) => set({ q: text, page: null })}
        />
      </Toolbar>
      {view === "board" ? (
        <Board q={q} onAdd={write ? add : undefined} />
      ) : (
        <DealsTable address={address} onAdd={write ? add : undefined} />
      )}
      {write && words.has("new") && (
        <DealDialog onClose={() => set({ new: null })} />
      )}
    </>
  );
}
