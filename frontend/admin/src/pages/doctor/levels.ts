import { CircleCheck, CircleX, TriangleAlert } from "lucide-react";

export const TONES = { OK: "good", WARN: "warning", FAIL: "bad" } as const;
export const SIGNS = { OK: CircleCheck, WARN: TriangleAlert, FAIL: CircleX };
