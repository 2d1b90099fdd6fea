package io.plexica.plugins.internal.manifest;

import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.regex.RegularExpression;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long one check of a value may take, and how deep it may go. Schemas are written by others, and a regular expression or a
 * schema that refers to itself can keep a thread for ever. For one check on one thread.
 */
final class CheckLimit {

    /** How the sentence about a check that took too long begins. */
    static final String TOO_LONG = "takes too long to check against its schema";

    /** For the schemas that others write. */
    static final Duration STRICT = Duration.ofMillis(500);

    /** For the platform's own schemas, which are harmless, on a platform that is just waking up. */
    static final Duration LENIENT = Duration.ofSeconds(20);

    private static final int DEEPEST = 200;

    /** How many characters are looked at between two looks at the clock. */
    private static final int STRIDE = 64;

    private static final ThreadLocal<@Nullable CheckLimit> CURRENT = new ThreadLocal<>();

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Duration longest;
    private final long began = System.nanoTime();
    private final long used = used();
    private @Nullable JsonNodePath place;
    private int depth;

    /** Begins. */
    CheckLimit(Duration longest) {
        this.longest = longest;
    }

    /** Runs a check. */
    <T> T within(Supplier<T> check) {
        CURRENT.set(this);
        try {
            return check.get();
        } finally {
            CURRENT.remove();
        }
    }

    /** The place in the value that was looked at last. */
    String place() {
        return place == null ? "" : place.toString();
    }

    /** Runs a part of the check on this thread, if there is any. */
    static <T> T at(JsonNodePath place, Supplier<T> part) {
        CheckLimit limit = CURRENT.get();
        return limit == null ? part.get() : limit.run(place, part);
    }

    /** What the library has for regular expressions: those of Java, with an end. */
    static RegularExpression expression(String text) {
        Pattern pattern = Pattern.compile(text);
        return value -> {
            CheckLimit limit = CURRENT.get();
            return pattern.matcher(limit == null ? value : limit.new Watched(value))
                    .find();
        };
    }

    private <T> T run(JsonNodePath now, Supplier<T> part) {
        place = now;
        demandTime();
        if (depth >= DEEPEST) {
            throw new Exceeded("is nested too deeply for its schema, which refers to itself");
        }
        depth++;
        try {
            return part.get();
        } finally {
            depth--;
        }
    }

    private void demandTime() {
        if (System.nanoTime() - began > longest.toNanos() && used() - used > longest.toNanos()) {
            throw new Exceeded(TOO_LONG + ": the pattern there needs to be simpler, or the value shorter");
        }
    }

    /** What this thread has worked so far: that it had to wait for others says nothing about a schema. */
    private static long used() {
        return THREADS.isCurrentThreadCpuTimeSupported() ? THREADS.getCurrentThreadCpuTime() : System.nanoTime();
    }

    /** The check was broken off. */
    static final class Exceeded extends JsonSchemaException {

        private static final long serialVersionUID = 1L;

        private final String sentence;

        Exceeded(String sentence) {
            super(sentence);
            this.sentence = sentence;
        }

        /** What to say of the place. */
        String sentence() {
            return sentence;
        }
    }

    /** A text that is read as long as there is time. */
    private final class Watched implements CharSequence {

        private final String text;
        private int read;

        Watched(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            read++;
            if (read % STRIDE == 0) {
                demandTime();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
