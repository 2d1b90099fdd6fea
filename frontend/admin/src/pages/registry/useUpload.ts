import { isProblem, useInvalidate, usePlatform, type Problem } from "@plexica/api-client";
import { useCallback, useRef, useState } from "react";
import type { PublicationPreview, Version } from "../../api/plugins.types";
import { sendFile } from "../../api/upload";
import { asProblem } from "../../common/useWork";

/** Where the bytes come from: a file of one's own, or a repository. */
type Source = { name: string; jar: Blob } | { name: string; url: string };

export type UploadState =
  ChooseState | { step: "sending"; name: string; share: number } | PreviewState | { step: "done"; version: Version };

export interface ChooseState {
  step: "choose";
  /** About a file; what is wrong with a coordinate stands beside its field. */
  problem: Problem | string | null;
  failed: { url: string; problem: Problem } | null;
}

const NOTHING: ChooseState = { step: "choose", problem: null, failed: null };

export interface PreviewState {
  step: "preview";
  name: string;
  preview: PublicationPreview;
  isPublishing: boolean;
  /** The state has moved since the preview before, so this is another. */
  hasMoved: boolean;
  problem: Problem | null;
}

export interface Upload {
  state: UploadState;
  look(file: File): void;
  lookAt(url: string): void;
  refuse(reason: string): void;
  publish(): void;
  again(): void;
}

/** From choosing a jar to its publication. */
export function useUpload(): Upload {
  const platform = usePlatform();
  const invalidate = useInvalidate();
  const [state, setState] = useState<UploadState>(NOTHING);
  const source = useRef<Source | null>(null);
  const running = useRef<AbortController | null>(null);

  const send = useCallback(
    <T>(from: Source, sending: { dryRun: boolean; ifMatch?: string; onProgress?: (share: number) => void }) => {
      running.current?.abort();
      running.current = new AbortController();
      const { signal } = running.current;
      const { dryRun, ...how } = sending;
      const query = dryRun ? { dryRun } : {};
      if ("jar" in from) {
        const to = { path: "/plugins", query, type: "application/java-archive" };
        return sendFile<T>(platform, from.jar, to, { ...how, signal });
      }
      const { ifMatch } = how;
      return platform.api.post<T>("/plugins", { url: from.url }, { query, ifMatch: ifMatch ?? null, signal });
    },
    [platform],
  );

  const preview = useCallback(
    async (from: Source, hasMoved: boolean) => {
      source.current = from;
      setState({ step: "sending", name: from.name, share: "url" in from ? 1 : 0 });
      try {
        const onProgress = (share: number) => setState({ step: "sending", name: from.name, share });
        const seen = await send<PublicationPreview>(from, { dryRun: true, onProgress });
        setState({ step: "preview", name: from.name, preview: seen, isPublishing: false, hasMoved, problem: null });
      } catch (error) {
        if (!(error instanceof DOMException)) {
          const problem = asProblem(error);
          setState("url" in from ? { ...NOTHING, failed: { url: from.url, problem } } : { ...NOTHING, problem });
        }
      }
    },
    [send],
  );

  const publish = async () => {
    const from = source.current;
    if (state.step !== "preview" || !from || state.isPublishing) {
      return;
    }
    setState({ ...state, isPublishing: true, problem: null });
    try {
      const version = await send<Version>(from, { dryRun: false, ifMatch: `"${state.preview.state}"` });
      await invalidate("/plugins");
      setState({ step: "done", version });
    } catch (error) {
      if (isProblem(error, "conflict") && error.detail.startsWith("state-moved")) {
        await preview(from, true);
      } else {
        setState({ ...state, isPublishing: false, problem: asProblem(error) });
      }
    }
  };

  return {
    state,
    look: (file) => void preview({ name: file.name, jar: file }, false),
    lookAt: (url) => void preview({ name: url, url }, false),
    refuse: (reason) => setState({ ...NOTHING, problem: reason }),
    publish: () => void publish(),
    again() {
      running.current?.abort();
      setState(NOTHING);
    },
  };
}
