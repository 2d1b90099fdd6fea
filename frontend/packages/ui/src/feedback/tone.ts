/** What a colour means. It never says it alone. */
export type Tone = "neutral" | "accent" | "good" | "warning" | "bad";
