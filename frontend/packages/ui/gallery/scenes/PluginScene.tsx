import { TrendingUp, UsersRound } from "lucide-react";
import {
  AsidePage,
  Button,
  Card,
  DataTable,
  IconTile,
  KeyValueList,
  Link,
  Menu,
  NameCell,
  PageHead,
  StateBadge,
  Tabs,
  type Tone,
} from "../../src";
import { Sparkline } from "../../src/charts";

const versions: { version: string; on: string; what: string; permissions: string; state: string; tone: Tone }[] = [
  {
    version: "2.5.0",
    on: "12 Nov 2026",
    what: "Deals shared between workspaces; faster search.",
    permissions: "Adds 1",
    state: "Newest",
    tone: "accent",
  },
  {
    version: "2.4.1",
    on: "28 Sep 2026",
    what: "Fixes export of contacts with long notes.",
    permissions: "No change",
    state: "In use",
    tone: "good",
  },
  {
    version: "2.4.0",
    on: "2 Sep 2026",
    what: "Pipeline widget; import from a spreadsheet.",
    permissions: "Adds 2",
    state: "Available",
    tone: "neutral",
  },
  {
    version: "2.3.4",
    on: "14 Jun 2026",
    what: "Security fix in attachments.",
    permissions: "No change",
    state: "Ends 31 Jan 2027",
    tone: "warning",
  },
];

export function PluginScene() {
  const tabs = ["Overview", "Permissions", "Configuration", "Versions", "Reviews"];
  return (
    <>
      <PageHead
        icon={<IconTile icon={UsersRound} colour="#c8442c" size={64} />}
        title="CRM"
        badge={<StateBadge tone="good">Enabled</StateBadge>}
        description="Contacts, companies and deals, shared by your team."
        meta="Plexica · 4.7 from 38 reviews · Used by 96 tenants"
        actions={<Button>Open CRM</Button>}
        primary={<Button variant="primary">Preview upgrade to 2.5.0</Button>}
        more={
          <Menu
            label="More for CRM"
            variant="secondary"
            items={[
              { id: "disable", label: "Disable CRM" },
              "line",
              { id: "uninstall", label: "Uninstall CRM", danger: true },
            ]}
          />
        }
        tabs={
          <Tabs
            id="crm"
            label="CRM"
            selected="Versions"
            items={tabs.map((name) => ({
              id: name,
              label: name,
              to: `/crm/${name}`,
              count: name === "Permissions" ? 9 : name === "Reviews" ? 38 : undefined,
            }))}
          />
        }
      />
      <AsidePage
        aside={
          <>
            <Card title="In Acme">
              <KeyValueList
                items={[
                  { label: "Version", value: "2.4.1, since 29 Sep" },
                  { label: "Workspaces", value: "All 4" },
                  { label: "People", value: "31 can open it" },
                  {
                    label: "Needed by",
                    value: (
                      <span className="gallery-head-line" style={{ gap: 6 }}>
                        <IconTile icon={TrendingUp} colour="#5b4bb5" /> Analytics
                      </span>
                    ),
                  },
                  {
                    label: "Last 24 h",
                    value: (
                      <>
                        6,840 calls, 0 errors
                        <Sparkline
                          width={132}
                          label="calls by hour"
                          values={[3, 3, 5, 4.6, 6, 6.2, 2, 1.8, 5, 6, 5.7, 6.5, 6.2, 7]}
                        />
                      </>
                    ),
                  },
                ]}
              />
            </Card>
            <Card title="About">
              <KeyValueList
                items={[
                  { label: "Publisher", value: "Plexica" },
                  { label: "Licence", value: "Apache 2.0" },
                  { label: "Plans", value: "Pro, Enterprise" },
                  { label: "Help", value: <Link to="https://example.org">Open the guide</Link> },
                ]}
              />
            </Card>
          </>
        }
      >
        <DataTable
          label="Versions"
          rows={versions}
          rowKey={(row) => row.version}
          selectedKey={null}
          columns={[
            {
              id: "version",
              header: "Version",
              cell: (row) => <NameCell name={<b>{row.version}</b>} below={row.on} />,
            },
            { id: "what", header: "What changed", cell: (row) => <span className="gallery-muted">{row.what}</span> },
            { id: "permissions", header: "Permissions", cell: (row) => row.permissions },
            { id: "state", header: "State", cell: (row) => <StateBadge tone={row.tone}>{row.state}</StateBadge> },
            {
              id: "go",
              header: "Preview",
              hideHeader: true,
              cell: (row) => (row.state === "In use" ? null : <Link to={`#${row.version}`}>Preview</Link>),
            },
          ]}
        />
      </AsidePage>
    </>
  );
}
