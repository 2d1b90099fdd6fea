/**
 * What this plugin uses of @plexica/ui, which the console shares with it. There is more: forms, tables, dialogs, charts; the list
 * is in the platform's sources, frontend/packages/ui/README.md. Declare here what you use of it.
 */
declare module "@plexica/ui" {
  import type { ComponentType, ReactNode } from "react";
  import type { ProblemError } from "@plexica/plugin-api";

  type Icon = ComponentType<{ size?: number | string; className?: string }>;

  export const Button: ComponentType<{
    variant?: "primary" | "secondary" | "quiet" | "danger";
    size?: "medium" | "small";
    icon?: Icon;
    type?: "button" | "submit";
    busy?: boolean;
    /** Why it cannot be used now: the only way to switch it off. */
    disabledReason?: string | false;
    onClick?: () => void;
    children: ReactNode;
  }>;
  export const IconButton: ComponentType<{ icon: Icon; label: string; onClick?: () => void }>;
  export const TextArea: ComponentType<{
    label: string;
    rows?: number;
    value: string;
    error?: string;
    onChange: (value: string) => void;
  }>;
  export const Stack: ComponentType<{
    gap?: 4 | 8 | 12 | 16 | 20 | 24 | 32;
    direction?: "down" | "across";
    align?: "start" | "center" | "end" | "stretch";
    children: ReactNode;
  }>;
  export const ItemList: ComponentType<{
    label: string;
    items: readonly { id: string; title: ReactNode; detail?: ReactNode; end?: ReactNode }[];
  }>;
  export const EmptyState: ComponentType<{ title: ReactNode; text?: ReactNode; action?: ReactNode }>;
  export const Loading: ComponentType<{ onRetry?: () => void; children: ReactNode }>;
  export const SkeletonText: ComponentType<{ lines?: number }>;
  export const ProblemView: ComponentType<{ problem: ProblemError; onRetry?: () => void }>;
}
