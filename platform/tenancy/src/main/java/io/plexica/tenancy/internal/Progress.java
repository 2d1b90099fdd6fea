package io.plexica.tenancy.internal;

/** Hears how a tenant is being made or removed, on the thread that does it. Must return quickly and not throw. */
@FunctionalInterface
public interface Progress {

    /** For those who only want the result. */
    Progress NONE = (step, event) -> {};

    /** Something has happened to a step. */
    void step(String step, Event event);

    /** What can happen to a step. */
    enum Event {
        BEGUN,
        DONE,
        FAILED,
        UNDONE
    }
}
