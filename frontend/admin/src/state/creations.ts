import { useSyncExternalStore } from "react";
import type { Operation, TenantDraft } from "../api/types";
import { begin, follow, type SagaProgress } from "../logic/saga";

/** A tenant that is being made, or could not be, as far as this page knows. */
export interface Creation {
  operation: string;
  /** What was asked for, without the password; undefined for what somebody else has begun. */
  draft: TenantDraft | undefined;
  /** Whether the first admin is sent an invitation, and not given a password. */
  isInviting: boolean;
  progress: SagaProgress | undefined;
  startedAt: string;
}

const KEY = "plexica.admin.creations";
const watchers = new Set<() => void>();
let creations: Creation[] = read();

function read(): Creation[] {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "[]") as Creation[];
  } catch {
    return [];
  }
}

function change(next: Creation[]): void {
  creations = next.slice(0, 20);
  try {
    const kept = creations.map((one) => ({ ...one, progress: undefined }));
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // A reload then shows them without their names.
  }
  watchers.forEach((watcher) => watcher());
}

/** Notes what was asked for; what a password was is forgotten. */
export function noteCreation(operation: Operation, draft: TenantDraft): void {
  const { password, ...admin } = draft.admin;
  change([
    {
      operation: operation.id,
      draft: { ...draft, admin },
      isInviting: password === undefined,
      progress: begin(operation),
      startedAt: operation.startedAt,
    },
    ...creations.filter((one) => one.operation !== operation.id),
  ]);
}

/** Takes what an operation has told; it may be somebody else's, heard of for the first time. */
export function noteProgress(operation: Operation): void {
  const known = creations.find((one) => one.operation === operation.id);
  const progress = follow(known?.progress ?? begin(operation), operation, Date.now());
  const next: Creation = {
    operation: operation.id,
    draft: known?.draft,
    isInviting: known?.isInviting ?? false,
    progress,
    startedAt: operation.startedAt,
  };
  change(known ? creations.map((one) => (one.operation === operation.id ? next : one)) : [next, ...creations]);
}

export function forgetCreation(operation: string): void {
  change(creations.filter((one) => one.operation !== operation));
}

export function findCreation(operation: string): Creation | undefined {
  return creations.find((one) => one.operation === operation);
}

export function useCreations(): Creation[] {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => creations,
  );
}
