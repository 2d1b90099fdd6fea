package io.plexica.itests.faults;

/**
 * Something that goes wrong, from its beginning until all is well again.
 *
 * @param name a sentence
 * @param deed does it, makes sure that it was felt, and waits until it is over
 */
public record Fault(String name, Deed deed) {

    /** Does something bad. */
    @FunctionalInterface
    public interface Deed {

        /** Does it to a site at which people work, and comes back when nothing is wrong any more. */
        void run(Site site, Caller caller);
    }
}
