import { isProblem, usePlatform } from "@plexica/api-client";
import type { Page, Problem, Query } from "@plexica/api-client";
import { useEffect, useRef, useState } from "react";
import { csvOf } from "./csv";
import type { AuditEntry } from "./entry";

const PAGE = 200;

export interface Export {
  rows: number;
  total: number;
  file: string;
  done: boolean;
  problem: Problem | null;
  /** Goes on after what went wrong. */
  goOn(): void;
  /** Saves what has been collected. */
  save(): void;
}

/** Collects all rows page by page and saves them as a file. What comes meanwhile is left out, so that no page shifts. */
export function useExport(query: Query): Export {
  const { api } = usePlatform();
  const [rows, setRows] = useState<AuditEntry[]>([]);
  const [total, setTotal] = useState(0);
  const [done, setDone] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);
  const kept = useRef<AuditEntry[]>([]);
  const begun = useRef(new Date().toISOString());
  const file = `audit-${begun.current.slice(0, 16).replace(/[:T]/g, "-")}.csv`;
  const save = (): void => download(file, csvOf(kept.current));

  useEffect(() => {
    const stop = new AbortController();
    const until = query.to ? [String(query.to), begun.current].sort()[0] : begun.current;
    const collect = async (): Promise<void> => {
      for (;;) {
        const page = kept.current.length / PAGE;
        const asked = { ...query, to: until, sort: "-at", size: PAGE, page };
        const answer = await api.get<Page<AuditEntry>>("/audit-log", asked, stop.signal);
        kept.current = [...kept.current, ...answer.items];
        setRows(kept.current);
        setTotal(Math.max(answer.total, kept.current.length));
        if (answer.items.length < PAGE) break;
      }
      setDone(true);
      download(file, csvOf(kept.current));
    };
    setProblem(null);
    collect().catch((error: unknown) => {
      if (isProblem(error) && !stop.signal.aborted) setProblem(error);
    });
    return () => stop.abort();
  }, [attempt]);
  return { rows: rows.length, total, file, done, problem, goOn: () => setAttempt(attempt + 1), save };
}

function download(name: string, text: string): void {
  // Spreadsheets take a file without the mark for one of another alphabet.
  const url = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
