import { Card, EmptyState, Icon, ItemList, Link, Loading, SkeletonText } from "@plexica/ui";
import { CircleCheck, Clock, HeartPulse, Inbox, Package, Trash2, Building2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Trouble } from "../../common/Trouble";
import { useFormat } from "../../common/useFormat";
import type { Matter } from "../../logic/attention";
import type { Matters } from "./useMatters";

const ICONS = {
  check: HeartPulse,
  version: Package,
  creation: Building2,
  deadLetters: Inbox,
  endOfLife: Clock,
  purge: Trash2,
};

/** What needs somebody, the worst first. */
export function Attention({ matters: { found, isWhole, problem, again } }: { matters: Matters }) {
  const { t } = useTranslation("overview");
  const format = useFormat();
  const words = ({ kind, values }: Matter) => {
    const { name, date } = values;
    const part = kind === "check" ? t(`health:part.${name}`, { defaultValue: String(name) }) : name;
    return t(`attention.${kind}`, { ...values, name: part, date: date ? format.date(String(date)) : "" });
  };
  return (
    <Card title={t("attention.title")}>
      {problem && <Trouble problem={problem} title={t("attention.unknown")} onRetry={again} />}
      {found.length === 0 && !problem ? (
        isWhole ? (
          <EmptyState icon={CircleCheck} title={t("attention.empty")} text={t("attention.emptyText")} />
        ) : (
          <Loading onRetry={again}>
            <SkeletonText lines={4} />
          </Loading>
        )
      ) : (
        <ItemList
          label={t("attention.title")}
          items={found.slice(0, 6).map((matter, at) => ({
            id: `${at}`,
            icon: <Sign matter={matter} />,
            title: <Link to={matter.to}>{words(matter)}</Link>,
            detail: matter.reason,
          }))}
        />
      )}
    </Card>
  );
}

/** Red for what does not work, amber for what will not last, quiet for what is to be known. */
function Sign({ matter: { kind, weight } }: { matter: Matter }) {
  const tone = weight >= 60 ? "bad" : weight >= 40 ? "warning" : "quiet";
  return (
    <span className={`ad-sign ad-sign--${tone}`}>
      <Icon of={ICONS[kind]} size={18} />
    </span>
  );
}
