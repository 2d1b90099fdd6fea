import { CreditCard, SlidersHorizontal, TrendingUp, UsersRound } from "lucide-react";
import {
  Avatar,
  Button,
  Card,
  DashboardCell,
  DashboardGrid,
  DataTable,
  Figure,
  IconTile,
  ItemList,
  Link,
  Menu,
  PageHead,
} from "../../src";
import { BarList, LineChart, Ring, Sparkline } from "../../src/charts";

const crm = <IconTile icon={UsersRound} colour="#c8442c" />;
const billing = <IconTile icon={CreditCard} colour="#267350" />;
const analytics = <IconTile icon={TrendingUp} colour="#5b4bb5" />;
const menu = <Menu label="More for this widget" size="small" items={[{ id: "hide", label: "Hide widget" }]} />;
const invoices = [
  { id: "INV-2207", who: "Officine Bianchi", late: 21, sum: "€6,200" },
  { id: "INV-2231", who: "Ferrari & Figli", late: 9, sum: "€4,800" },
  { id: "INV-2238", who: "Nordwind GmbH", late: 6, sum: "€3,450" },
  { id: "INV-2244", who: "Studio Lume", late: 3, sum: "€2,150" },
];
const news = [
  ["Marta Rossi", "moved Officine Bianchi to Negotiation", "4 min ago"],
  ["Luca Moretti", "added Paola Serra to Vela Srl", "26 min ago"],
  ["Marta Rossi", "won the deal Porto Nuovo fit-out, €28,600", "1 h ago"],
  ["Sara Galli", "noted a call with Ferrari & Figli", "2 h ago"],
] as const;
const months = ["Dec", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"];

export function HomeScene() {
  return (
    <>
      <PageHead
        title="Good morning, Giulia"
        description="Friday 20 November · Sales Italy"
        actions={<Button icon={SlidersHorizontal}>Arrange widgets</Button>}
      />
      <DashboardGrid>
        <DashboardCell columns={3}>
          <Figure
            boxed
            icon={crm}
            label="Open deals"
            value="€412,300"
            note="8.2% more than last month"
            tone="good"
            chart={<Sparkline label="rising" values={[2, 3, 2.6, 4, 5, 4.4, 6, 6.6, 9]} />}
          />
        </DashboardCell>
        <DashboardCell columns={3}>
          <Figure
            boxed
            icon={crm}
            label="Won this month"
            value="14"
            note="6 to go to reach 20"
            chart={<Ring label="14 of 20" share={0.7} />}
          />
        </DashboardCell>
        <DashboardCell columns={3}>
          <Figure
            boxed
            icon={billing}
            label="Overdue invoices"
            value="€17,800"
            note="5 invoices, 1 over two weeks"
            tone="bad"
          />
        </DashboardCell>
        <DashboardCell columns={3}>
          <Figure
            boxed
            icon={analytics}
            label="Contacts that became deals"
            value="21.4%"
            note="1.9 points more"
            tone="good"
            chart={<Sparkline label="rising" values={[3, 4, 3, 5, 7, 6, 8, 10]} />}
          />
        </DashboardCell>
        <DashboardCell columns={7}>
          <Card icon={crm} title="Pipeline by stage" note="55 open deals" actions={menu}>
            <BarList
              label="Pipeline by stage"
              items={[
                { label: "New", value: 96.2, text: "€96,200", note: "24 deals" },
                { label: "Qualified", value: 128.4, text: "€128,400", note: "17 deals" },
                { label: "Proposal", value: 103.9, text: "€103,900", note: "9 deals" },
                { label: "Negotiation", value: 83.8, text: "€83,800", note: "5 deals" },
              ]}
            />
          </Card>
        </DashboardCell>
        <DashboardCell columns={5}>
          <Card icon={billing} title="Invoices to chase" flush actions={<Link to="/invoices">All overdue</Link>}>
            <DataTable
              bare
              hideHead
              density="medium"
              label="Invoices to chase"
              rows={invoices}
              rowKey={(row) => row.id}
              rowHref={(row) => `/invoices/${row.id}`}
              columns={[
                { id: "who", header: "Customer", cell: (row) => row.who },
                {
                  id: "id",
                  header: "Invoice",
                  cell: (row) => <span className="gallery-muted">{row.id}</span>,
                  hideOnPhone: true,
                },
                { id: "late", header: "Late", cell: (row) => `${row.late} days late` },
                { id: "sum", header: "Amount", cell: (row) => <b>{row.sum}</b>, numeric: true },
              ]}
            />
          </Card>
        </DashboardCell>
        <DashboardCell columns={7}>
          <Card icon={analytics} title="Revenue" note="last 12 months, thousand €">
            <LineChart
              label="Revenue, last 12 months, thousand €"
              categories={months}
              series={[
                { name: "2026", values: [118, 126, 121, 139, 148, 144, 158, 171, 152, 176, 188, 194] },
                {
                  name: "2025",
                  values: [102, 108, 111, 115, 121, 128, 126, 133, 124, 138, 147, 151],
                  comparison: true,
                },
              ]}
            />
          </Card>
        </DashboardCell>
        <DashboardCell columns={5}>
          <Card icon={crm} title="Lately in your workspace" actions={menu}>
            <ItemList
              label="Lately in your workspace"
              lines={false}
              items={news.map(([who, what, when]) => ({
                id: what,
                icon: <Avatar name={who} />,
                title: (
                  <>
                    <b>{who}</b> {what}
                  </>
                ),
                detail: when,
              }))}
            />
          </Card>
        </DashboardCell>
      </DashboardGrid>
    </>
  );
}
