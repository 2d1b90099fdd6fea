import { Loading, RadioGroup, Skeleton, TextField } from "@plexica/ui";
import { useTranslation } from "react-i18next";
import { usePlans } from "../api/plans";
import { usePlanBounds } from "./usePlanBounds";
import { usePlanName } from "./usePlanName";

interface PlanFieldProps {
  label: string;
  hideLabel?: boolean;
  /** Empty for the one that tenants get for which none is named. */
  value: string;
  /** The plan that it is on; it may be chosen though it is not offered any more. */
  present?: string | undefined;
  /** What is said of that one. */
  presentHelp?: string | undefined;
  error?: string | undefined;
  onChange: (plan: string) => void;
}

/** A choice among the plans that there are, with what they bound. Where they cannot be told, the name is typed. */
export function PlanField({ label, hideLabel, value, present, presentHelp, error, onChange }: PlanFieldProps) {
  const { t } = useTranslation();
  const asked = usePlans();
  const planName = usePlanName();
  const bounds = usePlanBounds();
  if (!asked.data) {
    return asked.problem ? (
      <TextField
        label={label}
        help={t("planField.typed")}
        value={value}
        error={error}
        onChange={onChange}
        autoCapitalize="none"
        spellCheck={false}
        mono
      />
    ) : (
      <Loading onRetry={asked.again}>
        <Skeleton height={160} />
      </Loading>
    );
  }
  const plans = asked.data.items.filter(({ offered = true }) => offered);
  const isOffered = !present || plans.some(({ name }) => name === present);
  const options = plans.map((plan) => ({
    value: plan.name,
    label: planName(plan.name),
    help: [plan.name === present && presentHelp, bounds(plan)].filter(Boolean).join(" · ") || undefined,
  }));
  return (
    <RadioGroup
      label={label}
      hideLabel={hideLabel ?? false}
      boxed
      value={value || (plans.find((plan) => plan.default)?.name ?? null)}
      error={error}
      onChange={onChange}
      options={
        isOffered
          ? options
          : [...options, { value: present, label: planName(present), help: t("planField.notOffered") }]
      }
    />
  );
}
