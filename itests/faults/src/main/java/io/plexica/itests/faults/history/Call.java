package io.plexica.itests.faults.history;

/**
 * A call as its caller saw it.
 *
 * @param op tells it from every other, and is what it leaves behind
 * @param node the node that was called
 * @param tenant on whose behalf
 * @param thing what it is about
 * @param status the answer's; 0 when there was none, so that nobody can tell what became of it
 * @param code the stable code of a refusal
 * @param version how often the thing had been changed, as the answer says; 0 when it does not
 * @param begun, ended moments by {@link System#nanoTime}
 */
public record Call(
        String op,
        String node,
        String tenant,
        String thing,
        Intent intent,
        int status,
        String code,
        long version,
        long begun,
        long ended) {

    /** What a caller knows. */
    public enum Outcome {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN
    }

    /** What the caller knows: after a failure of the server's, the work may be done. */
    public Outcome outcome() {
        if (status >= 200 && status < 300) {
            return Outcome.ACKNOWLEDGED;
        }
        return status >= 400 && status < 500 ? Outcome.REFUSED : Outcome.UNKNOWN;
    }

    /** Whether nobody answered. Whoever does is the platform: a server that listens has it behind its door, or says so. */
    boolean isOfNobody() {
        return status == 0;
    }

    @Override
    public String toString() {
        return intent + " " + op + " on " + thing + " of " + tenant + " at " + node + ", answered " + status
                + (code.isEmpty() ? "" : " " + code) + " after " + (ended - begun) / 1_000_000 + " ms";
    }
}
