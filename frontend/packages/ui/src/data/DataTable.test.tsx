import { fireEvent, render, screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { draw } from "../testing";
import { UiProvider } from "../UiProvider";
import { sortRows, type Column } from "./columns";
import { DataTable, type DataTableProps } from "./DataTable";

interface Tenant {
  slug: string;
  people: number | null;
}

const tenants: Tenant[] = [
  { slug: "acme", people: 34 },
  { slug: "globex", people: null },
  { slug: "umbrella", people: 268 },
];
const columns: Column<Tenant>[] = [
  { id: "slug", header: "Tenant", cell: (row) => row.slug, sortable: true },
  {
    id: "people",
    header: "People",
    cell: (row) => row.people ?? "–",
    sortValue: (row) => row.people,
    numeric: true,
    sortable: true,
  },
];

function table(more: Partial<DataTableProps<Tenant>> = {}) {
  return draw(<DataTable label="Tenants" columns={columns} rows={tenants} rowKey={(row) => row.slug} {...more} />);
}

describe("a table", () => {
  it("has one link a row, and arrows go from one to the next", () => {
    table({ rowHref: (row) => `/tenants/${row.slug}` });
    const links = screen.getAllByRole("link");
    expect(links.map((link) => link.getAttribute("href"))).toEqual([
      "/tenants/acme",
      "/tenants/globex",
      "/tenants/umbrella",
    ]);
    links[0]?.focus();
    fireEvent.keyDown(links[0]!, { key: "ArrowDown" });
    expect(document.activeElement).toBe(links[1]);
    fireEvent.keyDown(links[1]!, { key: "End" });
    expect(document.activeElement).toBe(links[2]);
    fireEvent.keyDown(links[2]!, { key: "ArrowDown" });
    expect(document.activeElement).toBe(links[2]);
    fireEvent.keyDown(links[2]!, { key: "Home" });
    expect(document.activeElement).toBe(links[0]);
  });

  it("keeps to the column of actions while arrows go down it", () => {
    table({ onOpen: () => undefined, rowActions: (row) => <button type="button">More for {row.slug}</button> });
    const more = screen.getAllByRole("button", { name: /More for/ });
    more[0]?.focus();
    fireEvent.keyDown(more[0]!, { key: "ArrowDown" });
    expect(document.activeElement).toBe(more[1]);
  });

  it("goes back, once, from a page beyond the last", () => {
    const onPrevious = vi.fn();
    const none: Tenant[] = [];
    const beyond = (total: number) => (
      <UiProvider>
        <DataTable
          label="Tenants"
          columns={columns}
          rows={none}
          rowKey={(row) => row.slug}
          pagination={{ from: 0, to: 0, total, onPrevious }}
        />
      </UiProvider>
    );
    const shown = render(beyond(11));
    shown.rerender(beyond(11));
    expect(onPrevious).toHaveBeenCalledOnce();
    render(beyond(0));
    expect(onPrevious).toHaveBeenCalledOnce();
  });

  it("goes back from there without a step that Back would lead to", () => {
    const onPrevious = vi.fn();
    const onBeyond = vi.fn();
    table({ rows: [], pagination: { from: 0, to: 0, total: 11, onPrevious, onBeyond } });
    expect(onBeyond).toHaveBeenCalledOnce();
    expect(onPrevious).not.toHaveBeenCalled();
  });

  it("asks for an order, and says which one it has", () => {
    const onSort = vi.fn();
    table({ sort: { column: "people", direction: "ascending" }, onSort });
    expect(screen.getByRole("columnheader", { name: /People/ }).getAttribute("aria-sort")).toBe("ascending");
    fireEvent.click(screen.getByRole("button", { name: /People/ }));
    expect(onSort).toHaveBeenLastCalledWith({ column: "people", direction: "descending" });
    fireEvent.click(screen.getByRole("button", { name: /Tenant/ }));
    expect(onSort).toHaveBeenLastCalledWith({ column: "slug", direction: "ascending" });
  });

  it("opens a row in the panel and marks it", () => {
    const onOpen = vi.fn();
    table({ onOpen, selectedKey: "globex" });
    const opener = screen.getByRole("button", { name: "globex" });
    expect(opener.getAttribute("aria-expanded")).toBe("true");
    fireEvent.click(opener);
    expect(onOpen).toHaveBeenCalledWith(tenants[1]);
  });

  it("offers what is new instead of pushing it in, and says when there is nothing", () => {
    const onShowNew = vi.fn();
    table({ rows: [], newRows: 3, onShowNew });
    fireEvent.click(screen.getByRole("button", { name: "3 new" }));
    expect(onShowNew).toHaveBeenCalledOnce();
    expect(screen.getByText("Nothing found")).toBeTruthy();
  });

  it("gives a problem the place of the rows", () => {
    table({ rows: undefined, problem: <p>It is down</p> });
    expect(screen.getByText("It is down")).toBeTruthy();
    expect(within(screen.getByRole("table")).queryAllByRole("cell")).toHaveLength(0);
  });
});

describe("rows in order", () => {
  it("have what has no value last, either way", () => {
    const slugs = (direction: "ascending" | "descending") =>
      sortRows(tenants, columns, { column: "people", direction }).map((row) => row.slug);
    expect(slugs("ascending")).toEqual(["acme", "umbrella", "globex"]);
    expect(slugs("descending")).toEqual(["umbrella", "acme", "globex"]);
  });
});
