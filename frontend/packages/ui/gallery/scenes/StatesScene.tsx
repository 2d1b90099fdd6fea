import { Blocks, Copy, RotateCcw, Undo2, UsersRound } from "lucide-react";
import {
  Banner,
  Button,
  Card,
  CodeBlock,
  DataTable,
  DiffView,
  EmptyState,
  Forbidden,
  IconTile,
  Key,
  Loading,
  NoticeCard,
  PageHead,
  ProblemView,
  SkeletonCard,
  SkeletonText,
  Stack,
  useUndo,
} from "../../src";
import { BarChart } from "../../src/charts";

export function StatesScene() {
  const offer = useUndo();
  return (
    <Stack gap={16}>
      <PageHead title="States" />
      <div className="gallery-grid">
        <Card flush title="Roles">
          <Forbidden what="Roles" helpers={["Giulia Conti"]} others={2} request="Please let me see Roles in Acme." />
        </Card>
        <Card flush title="Empty">
          <EmptyState icon={Blocks} title="Plugins put their news here." action={<Button>Find plugins</Button>} />
        </Card>
        <Card flush title="Problem">
          <ProblemView
            problem={{
              title: "The contacts could not be loaded",
              detail: "CRM did not answer within 5 seconds.",
              code: "plugin-timeout",
              traceId: "4bf92f3577b34da6",
            }}
            onRetry={() => undefined}
          />
        </Card>
        <Card title="Loading">
          <Loading>
            <SkeletonText lines={4} />
          </Loading>
        </Card>
        <SkeletonCard />
        <Card title="What changed">
          <DiffView
            label="What changed"
            before={{ name: "Sales", roles: ["member"], limits: { calls: 100 } }}
            after={{ name: "Sales Italy", roles: ["member", "viewer"], note: "new" }}
          />
        </Card>
        <Card title="Calls by hour">
          <BarChart
            label="Calls by hour"
            height={180}
            categories={["08", "09", "10", "11", "12", "13"]}
            series={[
              { name: "today", values: [12, 30, 44, 39, 18, 25] },
              { name: "yesterday", values: [10, 28, 31, 42, 20, 22], comparison: true },
            ]}
          />
        </Card>
        <Card title="Key">
          <CodeBlock label="Key" code={'{\n  "tenant": "acme"\n}'} />
        </Card>
      </div>
      <DataTable
        label="Loading"
        rows={undefined}
        rowKey={() => ""}
        skeletonRows={3}
        columns={[
          { id: "a", header: "Name", cell: () => "" },
          { id: "b", header: "State", cell: () => "" },
          { id: "c", header: "People", numeric: true, cell: () => "" },
        ]}
      />
      <Banner tone="warning" title="Acme is suspended on 1 December">
        Three invoices are open.
      </Banner>
      <Banner tone="bad">Reconnecting. This may be out of date.</Banner>
      <Banner
        tone="good"
        title="Loyalty is ready"
        actions={
          <Button size="small" onClick={() => offer({ text: "CRM was disabled.", undo: () => undefined })}>
            Disable CRM
          </Button>
        }
      >
        31 people can open it.
      </Banner>
      <NoticeCard
        icon={<IconTile icon={UsersRound} colour="#c8442c" size={52} />}
        alarmed
        title="CRM had a problem on this page"
        text="The rest of Plexica works. What you had saved is kept; what you were typing here is not. Trying again often helps."
        actions={
          <>
            <Button variant="primary" icon={RotateCcw}>
              Try again
            </Button>
            <Button>Go to Home</Button>
          </>
        }
        more={{
          title: "You manage plugins here",
          text: "CRM was upgraded to 2.5.0 fourteen minutes ago. If trying again does not help, go back to the version that worked.",
          actions: (
            <>
              <Button size="small" icon={Undo2}>
                Go back to 2.4.1
              </Button>
              <Button size="small">Disable CRM</Button>
            </>
          ),
        }}
        foot={
          <>
            <span>
              For support <Key>crm 2.5.0 · 4bf92f3577b34da6</Key>
            </span>
            <Button size="small" variant="quiet" icon={Copy}>
              Copy details
            </Button>
          </>
        }
      />
    </Stack>
  );
}
