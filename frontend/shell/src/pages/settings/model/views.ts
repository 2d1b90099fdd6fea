/** A key of the tenant, without its secret. */
export interface ApiKey {
  id: string;
  name: string;
  prefix: string;
  permissions: string[];
  expiresAt: string | null;
  lastUsedAt: string | null;
  /** Until when the secret before still works. */
  oldSecretUntil: string | null;
  createdBy: { id: string; email: string };
  createdAt: string;
}

/** A key with its secret, which is shown once. */
export interface RevealedKey extends ApiKey {
  key: string;
}

export interface Permission {
  key: string;
  name: string;
  description: string | null;
  source: string;
}
