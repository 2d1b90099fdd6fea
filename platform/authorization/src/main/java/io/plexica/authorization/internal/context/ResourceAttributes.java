package io.plexica.authorization.internal.context;

import java.lang.reflect.Method;
import java.time.temporal.Temporal;
import java.util.AbstractMap;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of a resource, read one by one as policies ask for them: of a map its entries, of a record its components,
 * of anything else what its getters give; the same within.
 */
final class ResourceAttributes extends AbstractMap<String, Object> {

    private final Object resource;

    private ResourceAttributes(Object resource) {
        this.resource = resource;
    }

    static Map<String, Object> of(Object resource) {
        return new ResourceAttributes(resource);
    }

    @Override
    public @Nullable Object get(Object name) {
        if (resource instanceof Map<?, ?> map) {
            return within(map.get(name));
        }
        Method member = Members.OF.get(resource.getClass()).get(String.valueOf(name));
        return member == null ? null : within(Members.ask(member, resource));
    }

    @Override
    public boolean containsKey(Object name) {
        return resource instanceof Map<?, ?> map
                ? map.containsKey(name)
                : Members.OF.get(resource.getClass()).containsKey(String.valueOf(name));
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Set<Entry<String, Object>> entries = new LinkedHashSet<>();
        Collection<?> names = resource instanceof Map<?, ?> map
                ? map.keySet()
                : Members.OF.get(resource.getClass()).keySet();
        names.forEach(name -> entries.add(new SimpleEntry<>(String.valueOf(name), get(name))));
        return entries;
    }

    private static @Nullable Object within(@Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            return within(optional.orElse(null));
        }
        return value == null || isValue(value) ? value : of(value);
    }

    /** What compares by itself; all else has attributes of its own. */
    private static boolean isValue(Object value) {
        return value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Enum<?>
                || value instanceof UUID
                || value instanceof Temporal
                || value instanceof Date
                || value instanceof Calendar
                || value instanceof Collection<?>
                || value.getClass().isArray();
    }
}
