import { useApi, useOperation } from "@plexica/api-client";
import { useEffect } from "react";
import type { Operation, Page } from "../../api/types";
import { forgetCreation, noteProgress, useCreations, type Creation } from "../../state/creations";
import { CREATION } from "../../state/useLiveNews";

const RUNNING = { type: CREATION, status: "RUNNING", size: 20 };

/** Finds the tenants that are being made, whoever has begun it, and follows each until its end. */
export function CreationNews() {
  const creations = useCreations();
  const { data } = useApi<Page<Operation>>("/operations", { query: RUNNING });
  useEffect(() => data?.items.forEach(noteProgress), [data]);
  return creations.filter(isOpen).map((one) => <Follower key={one.operation} id={one.operation} />);
}

function Follower({ id }: { id: string }) {
  const { operation, problem } = useOperation(id);
  useEffect(() => {
    if (operation) {
      noteProgress(operation);
    }
  }, [operation]);
  useEffect(() => {
    if (problem?.status === 404) {
      forgetCreation(id);
    }
  }, [problem, id]);
  return null;
}

function isOpen({ progress }: Creation): boolean {
  return progress === undefined || progress.operation.status === "RUNNING";
}
