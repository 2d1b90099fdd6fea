import { by, max, sum, type Sample } from "./metrics";

/** What one look at a node's metrics tells, in the numbers that the pages draw. */
export interface Figures {
  at: number;
  requests: number;
  failures: number;
  /** How many calls took at most so many seconds, as they add up since the start. */
  durations: [upTo: number, calls: number][];
  tenants: Record<string, number>;
  plugins: number;
  pluginVersions: number;
  brokenVersions: number;
  eventsPublished: number;
  eventsWaiting: number;
  eventsLag: number;
  deadLetters: number;
  poolUsed: number;
  poolMax: number;
  poolWaiting: number;
  heapUsed: number;
  heapMax: number;
  threads: number;
  startedAt: number;
}

export function figures(samples: Sample[], at: number): Figures {
  return {
    at,
    requests: sum(samples, "http_requests_total"),
    failures: samples
      .filter((one) => one.name === "http_requests_total" && (one.labels.status ?? "").startsWith("5"))
      .reduce((total, one) => total + one.value, 0),
    durations: buckets(samples, "http_request_duration_seconds_bucket"),
    tenants: upper(by(samples, "tenants", "status")),
    plugins: sum(samples, "active_plugins"),
    pluginVersions: sum(samples, "active_plugin_versions"),
    brokenVersions: sum(samples, "broken_plugin_versions"),
    eventsPublished: sum(samples, "events_published_total"),
    eventsWaiting: sum(samples, "events_outbox_waiting") + sum(samples, "events_deliveries_pending"),
    eventsLag: Math.max(max(samples, "events_outbox_lag_seconds"), max(samples, "events_delivery_lag_seconds")),
    deadLetters: sum(samples, "events_dead_letters"),
    poolUsed: sum(samples, "db_pool_connections", { state: "active" }),
    poolMax: sum(samples, "db_pool_connections_max"),
    poolWaiting: sum(samples, "db_pool_waiting"),
    heapUsed: sum(samples, "jvm_memory_used_bytes", { area: "heap" }),
    heapMax: sum(samples, "jvm_memory_max_bytes", { area: "heap" }),
    threads: sum(samples, "jvm_threads"),
    startedAt: max(samples, "process_start_time_seconds"),
  };
}

/** Statuses in the words of the rest of the interface. */
function upper(counts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([status, count]) => [status.toUpperCase(), count]));
}

function buckets(samples: Sample[], name: string): [number, number][] {
  const sums = new Map<number, number>();
  for (const sample of samples) {
    if (sample.name === name) {
      const upTo = sample.labels.le === "+Inf" ? Infinity : Number(sample.labels.le);
      sums.set(upTo, (sums.get(upTo) ?? 0) + sample.value);
    }
  }
  return [...sums].sort(([one], [other]) => one - other);
}
