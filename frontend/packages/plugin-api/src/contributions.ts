import type { ComponentType } from "react";
import type { Plexica } from "./plexica";

/**
 * A page, an application, a tab of the settings, a logo or a group beside the notifications is a component: the default export of
 * its module. `header.logo` stands for the tenant's picture, 36 pixels square, and is only looked at. `header.notifications` is drawn
 * when the bell is opened, below the plugin's name, and can be muted: what must be known is sent as a notification.
 */
export type PageComponent = ComponentType;

/**
 * `dashboard.widgets`: the default export is the component that fills the card, `widget` says how large the card is and where
 * its title leads. The shell draws card and title, the latter from the contribution's label.
 */
export interface WidgetModule {
  default: ComponentType;
  widget?: WidgetOptions;
}

export interface WidgetOptions {
  /** Of twelve. */
  columns?: 3 | 5 | 7 | 12;
  /** `small` for a figure, `large` for a chart or a list. */
  height?: "small" | "large";
  /** Stands beside the title. */
  caption?: string;
  /** A path below the plugin's prefix, and the words of the link. */
  link?: { path: string; label: string };
}

/** `header.search`: the default export. The first five of what comes within 800 ms are shown. */
export interface SearchProvider {
  search(text: string, plexica: Plexica, signal: AbortSignal): Promise<SearchResult[]>;
}

export interface SearchResult {
  id: string;
  title: string;
  /** What sort of thing it is, or what tells it from others. */
  detail?: string;
  /** Below the plugin's prefix. */
  path: string;
}

/** `header.quickActions`: the default export. Its words, a verb and a noun, are the contribution's label. */
export interface QuickAction {
  /** Below the plugin's prefix. */
  path?: string;
  run?(plexica: Plexica): void | Promise<void>;
}

/** What a page is about: the contact whose page it is, say. */
export interface Subject {
  /** The page's name, `<plugin>:<kind>`, such as `crm:contact`. */
  target: string;
  id: string;
  data?: unknown;
}

/** `page.tabs`: the default export. */
export interface PageTab {
  /** The page that it is for. */
  target: string;
  component: ComponentType<{ subject: Subject }>;
}

/** `page.aside.actions`: the default export. */
export interface AsideAction {
  target: string;
  run(subject: Subject, plexica: Plexica): void | Promise<void>;
}

/** `form.fields`: the default export. A group of its own in a form of another plugin, which checks itself and nothing else. */
export interface FormFields {
  target: string;
  component: ComponentType<FormFieldsProps>;
  /** What is wrong, by field; nothing when all is well. */
  validate?(value: Record<string, unknown>): Record<string, string>;
  /** Keeps what was entered, once the form itself has been. */
  save?(subject: Subject, value: Record<string, unknown>, plexica: Plexica): Promise<void>;
}

export interface FormFieldsProps {
  subject: Subject | null;
  value: Record<string, unknown>;
  errors: Record<string, string>;
  onChange(value: Record<string, unknown>): void;
}
