import { ActionBar, Banner, Button, ButtonLink } from "@plexica/ui";
import { Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Conflict } from "../../../common/Conflict";
import { LeaveGuard } from "../../../common/LeaveGuard";
import { useT } from "../../../i18n/useT";
import type { Resource } from "./resource";
import type { Save } from "./useSave";

interface RightsFormProps<V, D> {
  kind: Resource<V, D>;
  save: Save<V, D>;
  draft: D;
  /** Why nothing of it can be changed. */
  reason: string | undefined;
  /** What is still to be done before it can be saved. */
  missing: string | undefined;
  unchanged: boolean;
  /** What the platform finds wrong and no field shows. */
  others: readonly string[];
  submit: string;
  /** Opens the dialog that deletes it; none where it cannot be deleted. */
  removal?: { label: string; open: boolean; onOpen(): void } | undefined;
  /** What was read and the version of it: the start of what is typed from now on. */
  onTheirs(draft: D, etag: string | null): void;
  /** Said above the fields, and below them. */
  head?: ReactNode;
  foot?: ReactNode;
  children: ReactNode;
}

/** What stands around the fields of a role or a policy: why it cannot be changed, what went wrong, and what can be done. */
export function RightsForm<V, D extends { name: string }>(props: RightsFormProps<V, D>) {
  const { kind, save, draft, reason, missing, unchanged, others, submit, removal, onTheirs, head, foot, children } =
    props;
  const t = useT("access");
  return (
    <form
      className="sh-form-page"
      onSubmit={(event) => {
        event.preventDefault();
        if (!reason && !missing && !save.busy) void save.send(draft);
      }}
    >
      <LeaveGuard dirty={!reason && !unchanged && !save.busy && !removal?.open} />
      {reason && <Banner tone="neutral">{reason}</Banner>}
      {save.problem && !save.conflict && (
        <Banner tone="bad" urgent title={save.problem.detail}>
          {others.join(" ")} {save.problem.traceId && <code>{save.problem.traceId}</code>}
        </Banner>
      )}
      {head}
      <fieldset className="sh-form-page" disabled={reason !== undefined}>
        {children}
      </fieldset>
      {foot}
      <div className="sh-foot">
        <ActionBar
          start={
            removal && (
              <Button icon={Trash2} disabledReason={reason} onClick={removal.onOpen}>
                {removal.label}
              </Button>
            )
          }
          note={unchanged ? undefined : t("nothingYet")}
        >
          <ButtonLink to={kind.page}>{t("cancel")}</ButtonLink>
          <Button type="submit" variant="primary" busy={save.busy} disabledReason={reason ?? missing}>
            {submit}
          </Button>
        </ActionBar>
      </div>
      {save.conflict && (
        <Conflict
          name={draft.name}
          theirs={kind.bodyOf(kind.draftOf(save.conflict.data))}
          mine={kind.bodyOf(draft)}
          busy={save.busy}
          onTheirs={() => {
            if (save.conflict) onTheirs(kind.draftOf(save.conflict.data), save.conflict.etag);
            save.settle();
          }}
          onMine={() => void save.send(draft, save.conflict)}
          onClose={save.settle}
        />
      )}
    </form>
  );
}
