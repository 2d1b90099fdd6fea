package io.plexica.data.internal.work;

/** Something with a state of its own that takes part in a unit of work, such as a plugin's entity manager. */
public interface Participant {

    /** Sends what it still holds to the database; called before the transaction commits. */
    void flush();

    /** The unit of work is over; called once, whatever became of it. Must not use the database. */
    void end();
}
