package io.plexica.web.internal.stream;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Decides who has to go when all readers together keep too much waiting: those who keep the most. Pure. */
final class SlowReaderEviction {

    private SlowReaderEviction() {}

    /**
     * Those to let go.
     *
     * @param waiting how much a reader keeps waiting; asked once, since it changes meanwhile
     * @param most how much all may keep together
     */
    static <T> List<T> of(Collection<T> readers, ToLongFunction<T> waiting, long most) {
        Map<T, Long> kept = new HashMap<>();
        long all = 0;
        for (T reader : readers) {
            long bytes = waiting.applyAsLong(reader);
            all += bytes;
            if (bytes > 0) {
                kept.put(reader, bytes);
            }
        }
        if (all <= most) {
            return List.of();
        }
        List<T> gone = new ArrayList<>();
        for (Map.Entry<T, Long> next : kept.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList()) {
            if (all <= most) {
                break;
            }
            gone.add(next.getKey());
            all -= next.getValue();
        }
        return gone;
    }
}
