package io.plexica.itests.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The platform's shell, as a script of an operator uses it. */
public final class Shell {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path runtime;
    private final Map<String, String> environment;

    Shell(Path runtime, Map<String, String> environment) {
        this.runtime = runtime;
        this.environment = environment;
    }

    /** Runs commands one after the other and returns what they printed. */
    public String run(String... commands) {
        Process client = startClient();
        try (OutputStream in = client.getOutputStream()) {
            in.write((String.join("\n", commands) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the shell's client takes no commands", e);
        }
        return Script.await(client, PATIENCE).output();
    }

    /** Runs a command with {@code --json}, which the shell wants before arguments, and reads what it printed. */
    public JsonNode json(String command) {
        String output = run(command.replaceFirst("^(\\S+)", "$1 --json"));
        int begin = output.indexOf('{') < 0 || (output.indexOf('[') >= 0 && output.indexOf('[') < output.indexOf('{'))
                ? output.indexOf('[')
                : output.indexOf('{');
        assertThat(begin).as("JSON in %s", output).isNotNegative();
        JsonNode node = Json.read(output.substring(begin));
        assertThat(node.isMissingNode()).as("JSON in %s", output).isFalse();
        return node;
    }

    private Process startClient() {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            List.of(runtime.resolve("bin/client").toString(), "-b"))
                    .redirectErrorStream(true);
            builder.environment().putAll(environment);
            return builder.start();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
