/** `enterprise` is written as a name: `Enterprise`. */
export function planName(plan: string): string {
  return plan.charAt(0).toUpperCase() + plan.slice(1);
}
