export interface StageFigures {
  stage: string;
  deals: number;
  /** The sum of amounts by currency. */
  value: Record<string, number>;
}

/** What the CRM knows; where there is none, it is not available. */
export interface CrmFigures {
  available: boolean;
  contacts?: number | null;
  deals?: number | null;
  stages?: StageFigures[] | null;
}

export interface Summary {
  crm: CrmFigures;
}

/** How often something happened on a day. */
export interface DayFigures {
  day: string;
  kind: string;
  currency?: string | null;
  count: number;
  amount?: number | null;
}
