package io.plexica.embedded.internal.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A file of SQL in numbered sections, with places to fill in. */
record SqlScript(String text) {

    static SqlScript read(String resource) throws IOException {
        try (InputStream stream = SqlScript.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IOException(resource + " is missing in the bundle");
            }
            return new SqlScript(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** The script with every {@code ${name}} filled in. */
    SqlScript fill(Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("${" + value.getKey() + "}", value.getValue());
        }
        return new SqlScript(filled);
    }

    /** The statements of the section that begins with the comment {@code -- <number>. }. */
    List<String> section(int number) {
        String[] parts = text.split("(?m)^-- (?=\\d+\\. )");
        return Arrays.stream(parts)
                .filter(part -> part.startsWith(number + ". "))
                .flatMap(part ->
                        Arrays.stream(part.substring(part.indexOf('\n') + 1).split("(?m);\\s*$")))
                .map(statement -> statement.replaceAll("(?m)^--.*$", "").strip())
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
