import { usePlatform } from "@plexica/api-client";
import { ButtonLink, Card, ItemList, KeyValueList, Link, Loading, ProblemView, SkeletonText, Stack } from "@plexica/ui";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "../../../i18n/format";
import { useT } from "../../../i18n/useT";
import { useMe } from "../../../state/me";
import { inPlan, isHere } from "../../plugins/catalogue";
import { usePluginList } from "../../plugins/usePluginList";
import { planName } from "../model/plan";

/** What the tenant's plan allows, and what another one would give. */
export default function PlanSection() {
  const t = useT("settings");
  const format = useFormat();
  const { tenant } = useMe();
  const limit = useLimit();
  const { data, problem, again } = usePluginList();
  const others = data?.items.filter((plugin) => !inPlan(plugin, tenant.plan));
  const own = data?.items.filter((plugin) => inPlan(plugin, tenant.plan));
  return (
    <div className="sh-bounded">
      <Stack gap={16}>
        <Card title={t("plan.title", { plan: planName(tenant.plan) })}>
          <Stack gap={16}>
            <KeyValueList
              items={[
                {
                  label: t("plan.plugins"),
                  value: own && t("plan.pluginsValue", { count: own.length, here: own.filter(isHere).length }),
                },
                ...(limit === undefined
                  ? []
                  : [
                      {
                        label: t("plan.calls"),
                        value:
                          limit === 0 ? t("plan.unlimited") : t("plan.callsValue", { calls: format.number(limit) }),
                      },
                    ]),
              ]}
            />
            <p className="sh-hint">{t("plan.change")}</p>
          </Stack>
        </Card>
        <Card title={t("plan.others")}>
          {problem && !data && <ProblemView problem={problem} onRetry={again} />}
          {!data && !problem && (
            <Loading onRetry={again}>
              <SkeletonText lines={3} />
            </Loading>
          )}
          {others?.length === 0 && <p>{t("plan.all")}</p>}
          {others && others.length > 0 && (
            <ItemList
              label={t("plan.others")}
              items={others.map((plugin) => ({
                id: plugin.id,
                title: <Link to={`/manage/plugins/${plugin.id}`}>{plugin.name}</Link>,
                detail: plugin.description,
                end: format.list(plugin.plans.map(planName)),
              }))}
            />
          )}
        </Card>
        <div>
          <ButtonLink to="/manage/plugins">{t("plan.find")}</ButtonLink>
        </div>
      </Stack>
    </div>
  );
}

/** How many calls a minute the plan allows: every answer says it. */
function useLimit(): number | undefined {
  const { http } = usePlatform();
  return useQuery({
    queryKey: ["/tenants/current", "limit"],
    queryFn: async () => {
      const answer = await http("/api/v1/tenants/current", {});
      const text = answer.headers.get("RateLimit-Limit");
      return text === null ? 0 : Number(/^\d+/.exec(text)?.[0] ?? 0);
    },
  }).data;
}
