package io.plexica.configuration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What can be checked of the image and the Compose file where there is no engine. */
class ImageTest {

    private static final Path DOCKER = Checkout.ROOT.resolve("docker");
    private static final Pattern COMPOSED = Pattern.compile("\\$\\{(\\w+):-([^}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("PLEXICA_[A-Z0-9_]+");

    @Test
    void namesOnlySettingsThatExist() throws IOException {
        TreeSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.walk(DOCKER)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(DOCKER.resolve("secrets")))
                    .forEach(file -> VARIABLE.matcher(Checkout.text(file))
                            .results()
                            .map(MatchResult::group)
                            .forEach(named::add));
        }
        assertThat(named).isNotEmpty();
        assertThat(Checkout.settings().variables()).containsAll(named);
    }

    @Test
    void startsWithTheSettingsOfTheComposeFile() throws IOException {
        Resolution resolution = Resolution.of(Checkout.settings(), Map.of(), platformEnvironment(Map.of()));
        assertThat(resolution.allProblems()).isEmpty();
    }

    @Test
    void usesTheEnginesThatTheirProfilesStart() throws IOException {
        Map<String, String> engines = engines();
        Map<String, String> environment = platformEnvironment(engines);

        assertThat(Resolution.of(Checkout.settings(), Map.of(), environment).allProblems())
                .isEmpty();
        assertThat(environment)
                .containsEntry("PLEXICA_EVENTS", "kafka")
                .containsEntry("PLEXICA_STORAGE", "s3")
                .containsEntry("PLEXICA_SEARCH", "opensearch");
        List<String> profiles = List.of(engines.get("COMPOSE_PROFILES").split(","));
        assertThat(profiles).containsExactlyInAnyOrder("redis", "kafka", "minio", "opensearch");
        JsonNode services = compose().get("services");
        assertThat(profiles)
                .allSatisfy(profile -> assertThat(
                                services.at("/" + profile + "/profiles/0").asText())
                        .isEqualTo(profile));
        for (String variable : List.of(
                "PLEXICA_CACHE_URL", "PLEXICA_KAFKA_SERVERS", "PLEXICA_S3_ENDPOINT", "PLEXICA_OPENSEARCH_URL")) {
            String host = environment.get(variable).replaceAll("^.*//|:\\d+$", "");
            assertThat(profiles).as(variable).contains(host);
        }
    }

    @Test
    void mountsOnlyFilesAndSecretsThatExist() throws IOException {
        JsonNode compose = compose();
        List<String> secrets = new ArrayList<>();
        compose.get("secrets").fieldNames().forEachRemaining(secrets::add);
        String maker = Checkout.text(DOCKER.resolve("make-secrets"));
        assertThat(secrets).allSatisfy(secret -> assertThat(maker).contains(secret));
        for (JsonNode service : compose.get("services")) {
            for (JsonNode secret : service.path("secrets")) {
                assertThat(secrets).contains(secret.asText());
            }
            for (JsonNode volume : service.path("volumes")) {
                String source = volume.asText().split(":")[0];
                if (source.startsWith(".")) {
                    assertThat(DOCKER.resolve(source)).exists();
                } else {
                    assertThat(compose.get("volumes").has(source)).as(source).isTrue();
                }
            }
        }
        JsonNode build = compose.at("/services/platform/build");
        assertThat(DOCKER.resolve(build.get("context").asText())
                        .resolve(build.get("dockerfile").asText()))
                .exists();
    }

    @Test
    void copiesOnlyWhatTheBuildMakesOrTheCheckoutHolds() throws IOException {
        Pattern copy = Pattern.compile("(?m)^COPY (?:--\\S+ )*(\\S+) \\S+$");
        assertThat(copy.matcher(Checkout.text(DOCKER.resolve("Dockerfile")))
                        .results()
                        .map(match -> match.group(1))
                        .filter(source -> !source.startsWith("karaf-assembly/target/")))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(Checkout.ROOT.resolve(source)).exists());
    }

    /** What the platform's container gets, with what Compose puts in for variables. */
    private static Map<String, String> platformEnvironment(Map<String, String> variables) throws IOException {
        Map<String, String> environment = new TreeMap<>(imageEnvironment());
        compose()
                .at("/services/platform/environment")
                .fields()
                .forEachRemaining(entry -> environment.put(
                        entry.getKey(),
                        COMPOSED.matcher(entry.getValue().asText())
                                .replaceAll(match -> Matcher.quoteReplacement(
                                        variables.getOrDefault(match.group(1), match.group(2))))));
        return environment;
    }

    private static Map<String, String> engines() {
        Map<String, String> engines = new TreeMap<>();
        Checkout.text(DOCKER.resolve("engines.env"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(entry -> engines.put(entry[0], entry[1]));
        return engines;
    }

    private static Map<String, String> imageEnvironment() {
        Map<String, String> environment = new TreeMap<>();
        Pattern entry = Pattern.compile("(PLEXICA_[A-Z0-9_]+)=(\\S+)");
        entry.matcher(Checkout.text(DOCKER.resolve("Dockerfile")))
                .results()
                .forEach(match -> environment.put(match.group(1), match.group(2)));
        return environment;
    }

    private static JsonNode compose() throws IOException {
        return new YAMLMapper().readTree(DOCKER.resolve("compose.yaml").toFile());
    }
}
