import { useState } from "react";
import { Plus } from "lucide-react";
import {
  Button,
  DataTable,
  IconTile,
  Menu,
  NameCell,
  PageHead,
  ProgressBar,
  ProgressSteps,
  SearchField,
  SidePanel,
  SplitPage,
  StateBadge,
  Toolbar,
  type Column,
  type Sort,
  type Tone,
} from "../../src";

interface Tenant {
  slug: string;
  name: string;
  colour: string;
  state: string;
  tone: Tone;
  plan: string;
  plugins: number | null;
  people: number | null;
  created: string;
}
const tenants: Tenant[] = [
  {
    slug: "initech",
    name: "Initech",
    colour: "#3d5a86",
    state: "",
    tone: "accent",
    plan: "Pro",
    plugins: null,
    people: null,
    created: "just now",
  },
  {
    slug: "hooli",
    name: "Hooli",
    colour: "#8b3a5e",
    state: "Not created",
    tone: "bad",
    plan: "Enterprise",
    plugins: null,
    people: null,
    created: "2 min ago",
  },
  {
    slug: "acme",
    name: "Acme Industries",
    colour: "#0b6178",
    state: "Active",
    tone: "good",
    plan: "Pro",
    plugins: 3,
    people: 34,
    created: "12 Jan 2026",
  },
  {
    slug: "globex",
    name: "Globex",
    colour: "#b8461e",
    state: "Active",
    tone: "good",
    plan: "Enterprise",
    plugins: 3,
    people: 112,
    created: "3 Feb 2026",
  },
  {
    slug: "soylent",
    name: "Soylent Foods",
    colour: "#7d5b3a",
    state: "Suspended",
    tone: "warning",
    plan: "Pro",
    plugins: 2,
    people: 19,
    created: "9 Mar 2026",
  },
  {
    slug: "wayne-logistics",
    name: "Wayne Logistics",
    colour: "#54606d",
    state: "Active",
    tone: "good",
    plan: "Pro",
    plugins: 4,
    people: 87,
    created: "27 Apr 2026",
  },
];
const columns: Column<Tenant>[] = [
  {
    id: "name",
    header: "Tenant",
    sortable: true,
    cell: (row) => (
      <NameCell
        name={row.name}
        below={row.slug}
        mono
        icon={<IconTile letter={row.name} colour={row.colour} size={28} />}
      />
    ),
  },
  {
    id: "state",
    header: "Status",
    cell: (row) =>
      row.state ? (
        <StateBadge tone={row.tone}>{row.state}</StateBadge>
      ) : (
        <ProgressBar small label="Creating storage bucket" note="3 of 7" value={36} />
      ),
  },
  { id: "plan", header: "Plan", cell: (row) => row.plan },
  { id: "plugins", header: "Plugins", numeric: true, sortable: true, cell: (row) => row.plugins ?? "–" },
  { id: "people", header: "People", numeric: true, sortable: true, cell: (row) => row.people ?? "–" },
  {
    id: "created",
    header: "Created",
    cell: (row) => <span className="gallery-muted">{row.created}</span>,
    hideOnPhone: true,
  },
];

export function TenantsScene() {
  const [open, setOpen] = useState<string | null>("initech");
  const [text, setText] = useState("");
  const [sort, setSort] = useState<Sort>({ column: "people", direction: "descending" });
  const panel = open && (
    <SidePanel
      title="Creating Initech"
      description="You can leave this page; it goes on."
      onClose={() => setOpen(null)}
    >
      <ProgressBar label="Creating Initech" value={36} note="Step 3 of 7" aside="1.2 s" announced />
      <div style={{ height: 20 }} />
      <ProgressSteps
        label="Creating Initech"
        items={[
          { id: "schema", state: "done", title: "Database schema", detail: "31 migrations", aside: "0.42 s" },
          { id: "realm", state: "done", title: "Sign-in realm", detail: "2 clients, base roles", aside: "0.71 s" },
          { id: "bucket", state: "running", title: "Storage bucket" },
          { id: "roles", state: "waiting", title: "Roles and permissions" },
          { id: "workspace", state: "waiting", title: "Default workspace" },
          { id: "admin", state: "waiting", title: "First admin", detail: "paolo.neri@initech.example" },
          { id: "announce", state: "waiting", title: "Announce the tenant" },
        ]}
      />
    </SidePanel>
  );
  return (
    <SplitPage panel={panel}>
      <PageHead
        title="Tenants"
        description="128 tenants: 121 active, 4 suspended, 2 being deleted, 1 being created"
        actions={<Button>Import</Button>}
        primary={
          <Button variant="primary" icon={Plus}>
            New tenant
          </Button>
        }
      />
      <Toolbar end="In progress first">
        <SearchField label="Name or slug" value={text} onChange={setText} />
        <Menu
          label="Status"
          text="Any status"
          align="start"
          items={[
            { id: "any", label: "Any status", checked: true },
            { id: "active", label: "Active", checked: false },
          ]}
        />
        <Menu
          label="Plan"
          text="Any plan"
          align="start"
          items={[
            { id: "any", label: "Any plan", checked: true },
            { id: "pro", label: "Pro", checked: false },
          ]}
        />
      </Toolbar>
      <DataTable
        label="Tenants"
        columns={columns}
        rows={tenants}
        rowKey={(row) => row.slug}
        onOpen={(row) => setOpen(row.slug)}
        selectedKey={open}
        sort={sort}
        onSort={setSort}
        newRows={3}
        onShowNew={() => undefined}
        rowActions={(row) => (
          <Menu
            label={`More for ${row.name}`}
            size="small"
            items={[
              { id: "suspend", label: `Suspend ${row.name}` },
              "line",
              { id: "delete", label: `Delete ${row.name}`, danger: true },
            ]}
          />
        )}
        pagination={{ from: 1, to: 10, total: 128, onNext: () => undefined }}
      />
    </SplitPage>
  );
}
