/** The roles that each tenant has, the mightiest first. */
export const SYSTEM_ROLES = ["admin", "member", "viewer"] as const;
