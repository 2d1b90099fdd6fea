package io.plexica.plugins.internal.tenant;

import io.plexica.spi.operations.Operations;

/** Hears how far a plan is. */
@FunctionalInterface
public interface Progress {

    /** For callers who wait for the end anyway. */
    Progress NONE = (percent, step) -> {};

    /**
     * Something begins.
     *
     * @param percent how much of the plan is done
     * @param step what begins, such as {@code crm: tables}
     */
    void at(int percent, String step);

    /** Tells people who watch an operation. */
    static Progress of(Operations.Progress operation) {
        return (percent, step) -> operation.report(percent, step, null);
    }

    /** The part of this progress that one of several steps takes. */
    default Phases part(String plugin, int index, int of) {
        return phase -> at((index * 100 + phase.percent()) / of, plugin + ": " + phase.word());
    }

    /** Hears how far one step is. */
    @FunctionalInterface
    interface Phases {
        void at(Phase phase);
    }

    /** What happens within a step. */
    enum Phase {
        ASKING("asking the plugin", 0),
        TABLES("tables", 20),
        SWITCHING("switching", 60),
        HEALTH("health check", 70),
        DATA("deleting data", 80),
        TELLING("telling the plugin", 90);

        private final String word;
        private final int percent;

        Phase(String word, int percent) {
            this.word = word;
            this.percent = percent;
        }

        String word() {
            return word;
        }

        int percent() {
            return percent;
        }
    }
}
