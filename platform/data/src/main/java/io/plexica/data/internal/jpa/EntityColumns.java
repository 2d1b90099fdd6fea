package io.plexica.data.internal.jpa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Modifier;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.helper.DatabaseField;
import org.eclipse.persistence.internal.helper.DatabaseTable;
import org.eclipse.persistence.sessions.Session;

/** Knows the tables and columns that entities read and write, as PostgreSQL names them. */
final class EntityColumns {

    /** In bytes. */
    private static final int LONGEST = 63;

    private EntityColumns() {}

    /** The columns of all entities of a session, by their tables. Of tables of collections the name alone is known. */
    static Map<String, Set<String>> of(Session session) {
        Map<String, Set<String>> columns = new TreeMap<>();
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            if (hasTables(descriptor)) {
                descriptor.getTables().forEach(table -> at(columns, table));
                for (DatabaseField field : descriptor.getFields()) {
                    at(columns, field.getTable()).add(name(field.getName(), field.shouldUseDelimiters()));
                }
                descriptor.getMappings().stream()
                        .flatMap(WorkspaceEntities::collectionTables)
                        .forEach(table -> at(columns, table));
            }
        }
        return Collections.unmodifiableMap(columns);
    }

    /** An embeddable lies in the tables of others; where each class has a table, one of which there are no objects has none. */
    private static boolean hasTables(ClassDescriptor descriptor) {
        return !descriptor.isDescriptorTypeAggregate()
                && !(descriptor.hasTablePerClassPolicy()
                        && Modifier.isAbstract(descriptor.getJavaClass().getModifiers()));
    }

    private static Set<String> at(Map<String, Set<String>> columns, DatabaseTable table) {
        return columns.computeIfAbsent(name(table), unknown -> new TreeSet<>());
    }

    /** The name of a table. */
    static String name(DatabaseTable table) {
        return name(table.getName(), table.shouldUseDelimiters());
    }

    private static String name(String name, boolean delimited) {
        return cut(delimited ? name : name.toLowerCase(Locale.ROOT));
    }

    /** PostgreSQL cuts names where a character ends. */
    private static String cut(String name) {
        byte[] bytes = name.getBytes(UTF_8);
        if (bytes.length <= LONGEST) {
            return name;
        }
        int end = LONGEST;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, UTF_8);
    }
}
