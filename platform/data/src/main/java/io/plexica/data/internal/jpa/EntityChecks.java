package io.plexica.data.internal.jpa;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.persistence.CollectionTable;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.JoinTable;
import javax.persistence.SecondaryTable;
import javax.persistence.Table;

/** Finds what entities must not say on a platform where one unit serves many tenants. Pure. */
final class EntityChecks {

    private EntityChecks() {}

    /** What is wrong with the classes, in words; empty when all is well. */
    static List<String> check(List<String> classes, ClassLoader loader) {
        List<String> problems = new ArrayList<>();
        for (String name : classes) {
            try {
                check(Class.forName(name, false, loader), problems);
            } catch (ClassNotFoundException | LinkageError e) {
                problems.add(name + ": cannot be loaded: " + e.getMessage());
            }
        }
        return problems;
    }

    private static void check(Class<?> type, List<String> problems) {
        if (type.isAnnotationPresent(Table.class)) {
            Table table = type.getAnnotation(Table.class);
            refuseSchema(type.getName(), table.schema() + table.catalog(), problems);
        }
        for (SecondaryTable table : type.getAnnotationsByType(SecondaryTable.class)) {
            refuseSchema(type.getName(), table.schema() + table.catalog(), problems);
        }
        Stream.concat(Stream.of(type.getDeclaredFields()), Stream.of(type.getDeclaredMethods()))
                .forEach(member -> checkMember(type.getName() + "." + ((Member) member).getName(), member, problems));
    }

    private static void checkMember(String where, AnnotatedElement member, List<String> problems) {
        GeneratedValue generated = member.getAnnotation(GeneratedValue.class);
        if (generated != null && generated.strategy() != GenerationType.IDENTITY) {
            problems.add(where + ": the id generator " + generated.strategy()
                    + " hands out ids across tenants; use GenerationType.IDENTITY, or a UUID set in the constructor");
        }
        JoinTable join = member.getAnnotation(JoinTable.class);
        if (join != null) {
            refuseSchema(where, join.schema() + join.catalog(), problems);
        }
        CollectionTable collection = member.getAnnotation(CollectionTable.class);
        if (collection != null) {
            refuseSchema(where, collection.schema() + collection.catalog(), problems);
        }
    }

    private static void refuseSchema(String where, String schema, List<String> problems) {
        if (!schema.isEmpty()) {
            problems.add(where + ": names the schema " + schema + "; leave it out, the platform chooses the tenant's");
        }
    }
}
