package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Json;
import io.plexica.itests.support.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Whether the console's client still knows the API that there is. */
@BlackBox
class ConsoleClientIT {

    private final Platform platform;

    ConsoleClientIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void the_consoles_client_is_made_from_what_the_platform_says_of_itself() throws Exception {
        Path kept = platform.sources().resolve("frontend/packages/api-client/openapi.json");
        JsonNode described = Json.read(Files.readString(kept));
        JsonNode now = platform.http().get("/api/openapi.json").expect(200).json();

        String todo = "in frontend/: PLEXICA_URL=<a running platform> npm run fetch -w @plexica/api-client,"
                + " then npm run generate -w @plexica/api-client";
        for (String part :
                List.of("/paths", "/components/schemas", "/components/parameters", "/components/responses")) {
            JsonNode is = now.at(part);
            assertThat(names(described.at(part))).as(todo).isEqualTo(names(is));
            for (String name : names(is)) {
                assertThat(described.at(part).path(name)).as(name + "; " + todo).isEqualTo(is.path(name));
            }
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
