/** What the platform answers about files of tenants. */

/** What an import would do. */
export interface ImportPreview {
  slug: string;
  plan: string;
  /** What the tenant is called. */
  name: string;
  /** The slug that it had there. */
  exportedFrom: string;
  exportedAt: string;
  /** The version of the platform that wrote the file. */
  platform: string;
  steps: { action: string; target: string }[];
  data: { entry: string; bytes: number }[];
  problems: { pointer: string; message: string }[];
}

/** A tenant that was brought in. */
export interface Imported {
  id: string;
  slug: string;
  name: string;
  plan: string;
  exportedAt: string;
  exportedFrom: string;
}
