import { OPERATORS } from "../model/conditions";
import type { Operator } from "../model/conditions";
import type { Kind } from "./draft";

/** What the platform itself tells of, and of which kind it is. All else is the resources'. */
export const KNOWN: Record<string, Kind | "list" | "moment"> = {
  "user.id": "text",
  "user.email": "text",
  "user.firstName": "text",
  "user.lastName": "text",
  "user.roles": "list",
  "user.teams": "list",
  "workspace.id": "text",
  "workspace.slug": "text",
  "workspace.name": "text",
  "workspace.role": "text",
  "environment.time": "moment",
  "environment.date": "text",
  "environment.hour": "number",
  "environment.dayOfWeek": "text",
  "environment.ip": "text",
};

/** The ways in which an attribute can be looked at. */
export function operatorsOf(attribute: string): readonly Operator[] {
  switch (KNOWN[attribute]) {
    case "list":
      return ["contains", "exists"];
    case "number":
    case "moment":
      return ["equals", "notEquals", "in", "greaterThan", "lessThan", "exists"];
    case "boolean":
      return ["equals", "notEquals", "exists"];
    default:
      return OPERATORS;
  }
}

/** As what a value is sent, where the attribute leaves no choice. */
export function kindOf(attribute: string): Kind | undefined {
  const kind = KNOWN[attribute];
  return kind === undefined ? undefined : kind === "number" || kind === "boolean" ? kind : "text";
}
