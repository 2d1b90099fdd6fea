package io.plexica.web.internal.openapi;

import java.util.Locale;

/** Names of Java in words. */
final class JavaNames {

    private JavaNames() {}

    /** {@code listContacts} as "List contacts". */
    static String sentence(String camelCase) {
        String spaced = camelCase.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** {@code SuperAdminsResource} as "Super admins". */
    static String subject(Class<?> resource) {
        String name = resource.getSimpleName();
        return sentence(name.endsWith("Resource") ? name.substring(0, name.length() - "Resource".length()) : name);
    }
}
