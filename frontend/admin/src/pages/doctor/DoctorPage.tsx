import { Button, Card, PageHead, SkeletonText, StateBadge } from "@plexica/ui";
import { usePageTitle } from "@plexica/ui/frame";
import { Stethoscope } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useDoctor, type Diagnosis } from "../../api/doctor";
import { Shown } from "../../common/Shown";
import { useFormat } from "../../common/useFormat";
import { counts } from "../../logic/findings";
import { SIGNS, TONES } from "./levels";
import { Matters } from "./Matters";
import { Well } from "./Well";

/** What ails the platform, and what to do about it? */
export function DoctorPage() {
  const { t } = useTranslation("doctor");
  usePageTitle([t("title")]);
  const format = useFormat();
  const asked = useDoctor();
  const { data } = asked;
  return (
    <>
      <PageHead
        title={t("title")}
        description={t("intro")}
        badge={
          data && (
            <StateBadge tone={TONES[data.status]} icon={SIGNS[data.status]}>
              {t(`status.${data.status}`)}
            </StateBadge>
          )
        }
        meta={data && <span role="status">{t("at", { when: format.time(Date.parse(data.at)) })}</span>}
        primary={
          <Button variant="primary" icon={Stethoscope} busy={asked.loading || asked.refreshing} onClick={asked.again}>
            {t("again")}
          </Button>
        }
      />
      <Shown
        asked={asked}
        skeleton={
          <Card title={t("looking")}>
            <SkeletonText lines={6} />
          </Card>
        }
      >
        {(diagnosis) => <Found diagnosis={diagnosis} />}
      </Shown>
    </>
  );
}

function Found({ diagnosis: { findings } }: { diagnosis: Diagnosis }) {
  const found = counts(findings);
  return (
    <div className="ad-stack">
      <Matters findings={findings} count={found.FAIL + found.WARN} />
      <Well findings={findings} count={found.OK} />
    </div>
  );
}
