import type { User } from "@plexica/api-client";
import type { Facts } from "../model/conditions";

const DAYS = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"];

interface Place {
  id: string;
  name: string;
  slug: string;
}

/** What conditions read, as far as it is known here. Days and hours are those of UTC, as for the platform. */
export function factsOf(
  user: User,
  roles: readonly string[],
  workspace: Place | undefined,
  resource: Record<string, unknown> | undefined,
  now = new Date(),
): Facts {
  return {
    user: {
      id: user.id,
      email: user.email,
      firstName: user.firstName,
      lastName: user.lastName,
      roles: [...new Set([...user.roles, ...roles])],
      superAdmin: false,
    },
    workspace: workspace && { id: workspace.id, name: workspace.name, slug: workspace.slug },
    environment: {
      time: now.toISOString(),
      date: now.toISOString().slice(0, 10),
      hour: now.getUTCHours(),
      dayOfWeek: DAYS[now.getUTCDay()],
    },
    resource,
  };
}
