import type { AsideAction, FormFields, PageExtensions, PageTab, Subject } from "@plexica/plugin-api";
import type { Extensions } from "@plexica/plugin-api/runtime";
import type { ConsolePlugin } from "@plexica/api-client";
import type { ReactNode } from "react";
import { subscribeWords } from "../i18n/i18n";
import { placed } from "../state/console";
import type { Placed } from "../state/console";
import { ExtensionPart } from "./ExtensionPart";
import { labelOf } from "./label";
import { loadModule } from "./load";
import { loadWords } from "./words";

const MOST = 3;
const POINTS = ["page.tabs", "page.aside.actions", "form.fields"] as const;
const NONE: PageExtensions = { tabs: [], actions: [], fields: [] };

interface Part<T> {
  placed: Placed;
  module: T;
}

let parts: { point: string; placed: Placed; target: string; module: unknown }[] = [];
let answers = new Map<string, PageExtensions>();
let generation = 0;
const listeners = new Set<() => void>();

// Labels in another language are other answers.
subscribeWords(() => {
  answers = new Map();
  listeners.forEach((listener) => listener());
});

function of<T>(point: string, target: string): Part<T>[] {
  const counts = new Map<string, number>();
  return parts
    .filter((part) => part.point === point && part.target === target)
    .filter(({ placed: { plugin } }) => {
      const count = (counts.get(plugin.id) ?? 0) + 1;
      counts.set(plugin.id, count);
      return count <= MOST;
    })
    .map((part) => ({ placed: part.placed, module: part.module as T }));
}

function answer(target: string): PageExtensions {
  return {
    tabs: of<PageTab>("page.tabs", target).map(({ placed, module }) => ({
      id: placed.id,
      label: labelOf(placed),
      render: (subject: Subject): ReactNode => (
        <ExtensionPart placed={placed} component={module.component} props={{ subject }} />
      ),
    })),
    actions: of<AsideAction>("page.aside.actions", target).map(({ placed, module }) => ({
      id: placed.id,
      label: labelOf(placed),
      run: (subject: Subject) => runner(placed, module, subject),
    })),
    fields: of<FormFields>("form.fields", target).map(({ placed, module }) => ({
      id: placed.id,
      label: labelOf(placed),
      fields: module,
      render: (props): ReactNode => <ExtensionPart placed={placed} component={module.component} props={props} />,
    })),
  };
}

type Runner = (placed: Placed, action: AsideAction, subject: Subject) => void;

let runner: Runner = () => {};

/** Says how actions of plugins are run: each with its plugin's own world, which only a component can know. */
export function runActionsWith(next: Runner): void {
  runner = next;
}

/** What plugins add to pages of others. */
export const extensions: Extensions = {
  subscribe(listener) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  of(target) {
    const known = answers.get(target) ?? (parts.length === 0 ? NONE : answer(target));
    answers.set(target, known);
    return known;
  },
};

/** Takes the plugins that are here now; those that run in a frame of their own add nothing to pages of others. */
export async function collectExtensions(plugins: readonly ConsolePlugin[]): Promise<void> {
  const own = ++generation;
  const wanted = POINTS.flatMap((point) =>
    placed(
      plugins.filter((plugin) => !plugin.sandbox),
      point,
    ).map((one) => ({ point, placed: one })),
  );
  const loaded = await Promise.allSettled(
    wanted.map(async ({ point, placed: one }) => {
      // The words come along, so that none of it is ever shown by its keys.
      const words = loadWords(one.plugin).catch(() => {});
      const module = (await loadModule(one.plugin, one.contribution)) as { default: { target?: string } };
      await words;
      return { point, placed: one, target: module.default.target ?? "", module: module.default };
    }),
  );
  if (own !== generation) return;
  parts = loaded.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
  answers = new Map();
  listeners.forEach((listener) => listener());
}
