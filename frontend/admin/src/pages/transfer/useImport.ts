import { usePlatform, type Operation, type Problem } from "@plexica/api-client";
import { useEffect, useRef, useState } from "react";
import type { ImportPreview } from "../../api/transfer.types";
import { sendFile } from "../../api/upload";
import { asProblem } from "../../common/useWork";

/** Under which slug and on which plan; empty for those in the file. */
export interface Wish {
  slug: string;
  plan: string;
}

export type ImportState =
  | { step: "choose"; name: string; problem: Problem | string | null }
  | { step: "sending"; name: string; share: number; isReal: boolean }
  | { step: "preview"; name: string; preview: ImportPreview; problem: Problem | null };

export interface Import {
  state: ImportState;
  /** Looks into a file; nothing is made. */
  look(file: File): void;
  /** Looks again, for another slug or plan. */
  lookAgain(wish: Wish): void;
  refuse(reason: string): void;
  /** Makes a tenant of it, as it was previewed. */
  bringIn(): void;
  again(): void;
}

const NOTHING: ImportState = { step: "choose", name: "", problem: null };
const NO_WISH: Wish = { slug: "", plan: "" };

/** From choosing a file to the operation that makes a tenant of it. */
export function useImport(onBegun: (operation: Operation) => void): Import {
  const platform = usePlatform();
  const [state, setState] = useState<ImportState>(NOTHING);
  const file = useRef<File | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useHeldBack(state.step === "sending");

  const send = <T>(chosen: File, wish: Wish, isReal: boolean): Promise<T> => {
    running.current?.abort();
    running.current = new AbortController();
    const sending = (share: number) => setState({ step: "sending", name: chosen.name, share, isReal });
    sending(0);
    const query = isReal ? { ...wish } : { ...wish, dryRun: true };
    const to = { path: "/tenants/import", query, type: "application/zip", async: isReal };
    return sendFile<T>(platform, chosen, to, { onProgress: sending, signal: running.current.signal });
  };

  const look = async (chosen: File, wish: Wish) => {
    file.current = chosen;
    try {
      const preview = await send<ImportPreview>(chosen, wish, false);
      setState({ step: "preview", name: chosen.name, preview, problem: null });
    } catch (error) {
      if (!(error instanceof DOMException)) {
        setState({ step: "choose", name: chosen.name, problem: asProblem(error) });
      }
    }
  };

  const bringIn = async () => {
    if (state.step !== "preview" || !file.current) {
      return;
    }
    const { slug, plan } = state.preview;
    try {
      onBegun(await send<Operation>(file.current, { slug, plan }, true));
    } catch (error) {
      if (!(error instanceof DOMException)) {
        setState({ ...state, problem: asProblem(error) });
      }
    }
  };

  return {
    state,
    look: (chosen) => void look(chosen, NO_WISH),
    lookAgain: (wish) => file.current && void look(file.current, wish),
    refuse: (reason) => setState({ step: "choose", name: "", problem: reason }),
    bringIn: () => void bringIn(),
    again() {
      running.current?.abort();
      setState(NOTHING);
    },
  };
}

/** Whoever closes the tab while a file goes has sent nothing: the browser asks first. */
function useHeldBack(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) {
      return undefined;
    }
    const holdBack = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", holdBack);
    return () => removeEventListener("beforeunload", holdBack);
  }, [isSending]);
}
