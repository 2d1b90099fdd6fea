export interface Contact {
  id: string;
  name: string;
  email?: string | null;
  phone?: string | null;
  company?: string | null;
  notes?: string | null;
  createdAt: string;
  updatedAt: string;
}

export const STAGES = ["NEW", "QUALIFIED", "WON", "LOST"] as const;
export type Stage = (typeof STAGES)[number];

/** Stages at which something may still come of a deal. */
export const OPEN: readonly Stage[] = ["NEW", "QUALIFIED"];

export interface Deal {
  id: string;
  title: string;
  contactId: string;
  amount?: number | null;
  currency?: string | null;
  stage: Stage;
  createdAt: string;
  updatedAt: string;
}

export interface StageFigures {
  name: Stage;
  count: number;
  /** The sum of amounts by currency. */
  value: Record<string, number>;
}

export interface Figures {
  total: number;
  stages: StageFigures[];
}
