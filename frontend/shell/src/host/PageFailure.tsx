import { useApi, useSend } from "@plexica/api-client";
import type { Installation } from "@plexica/api-client";
import { Button, ButtonLink, Key, NoticeCard, ProblemView, useAnnounce, useCopy } from "@plexica/ui";
import { Copy, RotateCcw } from "lucide-react";
import { useEffect } from "react";
import { useFeedback } from "../common/Feedback";
import { PluginIcon } from "../frame/PluginIcon";
import { useFormat } from "../i18n/format";
import { useT } from "../i18n/useT";
import { useMe } from "../state/me";
import type { Placed } from "../state/console";
import type { Failure } from "./Contribution";
import { LoadError } from "./load";

/** Stands where a plugin's page would: what has happened, what now, and what its admins can do about it. */
export function PageFailure({ placed, failure }: { placed: Placed; failure: Failure }) {
  const t = useT();
  const { plugin } = placed;
  const announce = useAnnounce();
  const { copied, copy } = useCopy();
  const { can } = useMe();
  const title = t("pluginCrash.title", { plugin: plugin.name });
  useEffect(() => announce(title, "assertive"), [announce, title]);
  const support = [`${plugin.id} ${plugin.version}`, traceOf(failure.error)].filter(Boolean).join(" · ");
  const details = [support, messageOf(failure.error), location.pathname].filter(Boolean).join("\n");
  return (
    <NoticeCard
      icon={<PluginIcon plugin={plugin} size={52} />}
      alarmed
      title={title}
      text={t(`pluginCrash.${reasonOf(failure)}`)}
      actions={
        <>
          <Button variant="primary" icon={RotateCcw} onClick={failure.tryAgain}>
            {t("tryAgain")}
          </Button>
          <ButtonLink to="/">{t("goHome")}</ButtonLink>
        </>
      }
      more={can("core:plugins:enable") ? { title: t("pluginCrash.admin"), ...adminPart(plugin) } : undefined}
      foot={
        <>
          <span>
            {t("pluginCrash.support")} <Key>{support}</Key>
          </span>
          <Button variant="quiet" size="small" icon={Copy} onClick={() => copy(details)}>
            {copied ? t("copied") : t("copyDetails")}
          </Button>
        </>
      }
    />
  );
}

function adminPart({ id, version, name }: Placed["plugin"]) {
  return { text: <Since id={id} version={version} />, actions: <AdminActions id={id} name={name} /> };
}

function Since({ id, version }: { id: string; version: string }) {
  const t = useT();
  const format = useFormat();
  const { data } = useApi<Installation>(`/tenants/current/plugins/${id}`);
  return data ? t("pluginCrash.since", { version, ago: format.ago(data.updatedAt) }) : t("pluginCrash.adminText");
}

function AdminActions({ id, name }: { id: string; name: string }) {
  const t = useT();
  const { notify } = useFeedback();
  const send = useSend({ invalidates: ["/console", "/plugins", "/tenants"] });
  const act = (verb: "disable" | "enable") => send.mutateAsync({ path: `/tenants/current/plugins/${id}/${verb}` });
  const disable = async (): Promise<void> => {
    await act("disable");
    const undo = async (): Promise<void> => void (await act("enable"));
    notify({ text: t("disabled.done", { plugin: name }), undo });
  };
  return (
    <>
      <Button size="small" busy={send.isPending} onClick={() => void disable().catch(() => {})}>
        {t("pluginCrash.disable", { plugin: name })}
      </Button>
      <ButtonLink size="small" variant="quiet" to={`/manage/plugins/${id}`}>
        {t("pluginCrash.manage", { plugin: name })}
      </ButtonLink>
      {send.error && (
        <ProblemView
          problem={{
            title: t("pluginCrash.notDisabled", { plugin: name }),
            detail: send.error.detail,
            code: send.error.code,
            traceId: send.error.traceId,
          }}
        />
      )}
    </>
  );
}

/** Why, as a part of a key. */
export function reasonOf({ error, closed }: Failure): string {
  if (closed) return "closed";
  return error instanceof LoadError ? error.reason : "crashed";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : "";
}

function traceOf(error: unknown): string | undefined {
  return (error as { traceId?: string } | undefined)?.traceId;
}
