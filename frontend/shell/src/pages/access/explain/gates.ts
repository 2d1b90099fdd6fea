import type { Installation, User } from "@plexica/api-client";
import type { CheckView } from "../model/views";

export type GateId = "person" | "plugin" | "plugin-here" | "role" | "workspace-role" | "policy";

/** One of the questions that each call must pass. */
export interface Gate {
  id: GateId;
  open: boolean;
}

/**
 * The gates in the order in which the platform asks: somebody who may sign in, a plugin that is there, in the workspace too, a role,
 * the role in the workspace, policies.
 *
 * @param installation of the plugin that is asked about; undefined where that is the platform itself, or not to be known
 * @param here whether the workspace uses the plugin; undefined where nobody says so
 */
export function gatesOf(
  check: CheckView,
  status: User["status"],
  installation: Installation | undefined,
  here: boolean | undefined,
): Gate[] {
  const granted = check.grants.length > 0;
  return [
    { id: "person", open: status === "ACTIVE" },
    { id: "plugin", open: installation === undefined || (installation.enabled && installation.status === "INSTALLED") },
    { id: "plugin-here", open: here !== false },
    { id: "role", open: granted },
    { id: "workspace-role", open: check.allowed || check.reason !== "workspace-role" || !granted },
    { id: "policy", open: check.allowed || check.reason !== "policy" },
  ];
}
