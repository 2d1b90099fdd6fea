import { ActionBar, Banner, Button, Card, ItemList } from "@plexica/ui";
import { CircleX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Icon } from "@plexica/ui";
import type { PreviewProblem } from "../../api/plugins.types";
import { Trouble } from "../../common/Trouble";
import { PreviewChanges } from "./PreviewChanges";
import { PreviewTenants } from "./PreviewTenants";
import type { PreviewState, Upload } from "./useUpload";

/** What publishing would do, or everything that stands in its way. */
export function PreviewView({ state, upload }: { state: PreviewState; upload: Upload }) {
  const { t } = useTranslation("registry");
  const { preview, name } = state;
  const target = preview.steps[0]?.target ?? name;
  const isKnown = preview.problems.length === 0 && preview.steps.length === 0;
  const again = (
    <Button variant="quiet" onClick={upload.again}>
      {t("send.again")}
    </Button>
  );
  return (
    <div className="ad-stack">
      {state.hasMoved && <Banner tone="warning" title={t("send.moved")} urgent />}
      {preview.problems.length > 0 ? (
        <Refused name={name} problems={preview.problems} />
      ) : (
        <Card title={t("preview.what")}>
          {isKnown ? (
            <p>{t("send.known")}</p>
          ) : (
            <ul className="ad-bullets">
              {preview.steps.map((step) => (
                <li key={step.action + step.target}>{step.detail}</li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {preview.problems.length === 0 && (
        <>
          <PreviewChanges preview={preview} />
          <PreviewTenants tenants={preview.tenants ?? []} />
        </>
      )}
      {state.problem && <Trouble problem={state.problem} />}
      <ActionBar start={again} note={t("send.nothingYet")}>
        {preview.problems.length === 0 && !isKnown && (
          <Button variant="primary" busy={state.isPublishing} onClick={upload.publish}>
            {t("send.publish", { target })}
          </Button>
        )}
      </ActionBar>
    </div>
  );
}

function Refused({ name, problems }: { name: string; problems: PreviewProblem[] }) {
  const { t } = useTranslation("registry");
  return (
    <>
      <Banner tone="bad" title={t("send.refused", { name })} urgent>
        {t("send.problems", { count: problems.length })}
      </Banner>
      <Card flush>
        <div className="ad-problems">
          <ItemList
            label={t("send.refused", { name })}
            items={problems.map((problem, at) => ({
              id: `${at}`,
              icon: <Icon of={CircleX} size={18} className="ad-bad" />,
              title: problem.message,
              detail: problem.pointer && <code className="px-key">{problem.pointer}</code>,
            }))}
          />
        </div>
      </Card>
    </>
  );
}
