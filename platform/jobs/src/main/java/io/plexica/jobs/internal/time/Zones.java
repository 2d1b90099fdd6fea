package io.plexica.jobs.internal.time;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.ZoneId;

/** The time zones in which tenants live. */
public final class Zones {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Zones() {}

    /**
     * The zone that a tenant's settings name.
     *
     * @param settings JSON text
     * @param otherwise where they name none that is known
     */
    public static ZoneId of(String settings, ZoneId otherwise) {
        try {
            String name = JSON.readTree(settings).at("/general/timezone").asText("");
            return name.isEmpty() ? otherwise : ZoneId.of(name);
        } catch (JsonProcessingException | DateTimeException e) {
            return otherwise;
        }
    }
}
