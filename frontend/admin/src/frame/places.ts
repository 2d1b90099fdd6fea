import type { IconType } from "@plexica/ui";
import {
  Activity,
  ArrowLeftRight,
  Building2,
  ChartColumn,
  Clock,
  Inbox,
  Package,
  ScrollText,
  Settings,
  Stethoscope,
  Users,
} from "lucide-react";

/** A page that one can go to; its name is `nav.<id>`. */
export interface Place {
  id: string;
  to: string;
  icon: IconType;
}

export const FIRST: Place[] = [
  { id: "overview", to: "/", icon: ChartColumn },
  { id: "tenants", to: "/tenants", icon: Building2 },
  { id: "registry", to: "/registry", icon: Package },
  { id: "users", to: "/users", icon: Users },
];

export const OPERATIONS: Place[] = [
  { id: "health", to: "/health", icon: Activity },
  { id: "doctor", to: "/doctor", icon: Stethoscope },
  { id: "deadLetters", to: "/dead-letters", icon: Inbox },
  { id: "jobs", to: "/jobs", icon: Clock },
  { id: "transfer", to: "/transfer", icon: ArrowLeftRight },
  { id: "audit", to: "/audit", icon: ScrollText },
  { id: "settings", to: "/settings", icon: Settings },
];
