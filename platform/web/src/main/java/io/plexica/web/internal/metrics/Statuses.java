package io.plexica.web.internal.metrics;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ObjLongConsumer;

/** Counts by status. Those that hardly anybody answers with are counted together. Safe for all threads. */
final class Statuses {

    private static final int[] KNOWN = {
        200, 201, 202, 204, 206, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 405, 406, 408, 409, 410, 411, 412,
        413, 414, 415, 416, 422, 429, 431, 500, 501, 502, 503, 504
    };
    private static final int OTHERS = KNOWN.length;
    private static final byte[] PLACES = places();

    private final AtomicReferenceArray<LongAdder> counts = new AtomicReferenceArray<>(OTHERS + 1);

    void add(int status) {
        int place = status >= 0 && status < PLACES.length ? PLACES[status] : OTHERS;
        LongAdder count = counts.get(place);
        if (count == null) {
            counts.compareAndSet(place, null, new LongAdder());
            count = counts.get(place);
        }
        count.increment();
    }

    boolean isUsed() {
        for (int place = 0; place <= OTHERS; place++) {
            if (counts.get(place) != null) {
                return true;
            }
        }
        return false;
    }

    void tell(ObjLongConsumer<String> to) {
        for (int place = 0; place <= OTHERS; place++) {
            LongAdder count = counts.get(place);
            if (count != null) {
                to.accept(place == OTHERS ? "other" : Integer.toString(KNOWN[place]), count.sum());
            }
        }
    }

    private static byte[] places() {
        byte[] places = new byte[KNOWN[KNOWN.length - 1] + 1];
        Arrays.fill(places, (byte) OTHERS);
        for (int place = 0; place < OTHERS; place++) {
            places[KNOWN[place]] = (byte) place;
        }
        return places;
    }
}
