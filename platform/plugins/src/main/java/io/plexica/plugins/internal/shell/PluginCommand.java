package io.plexica.plugins.internal.shell;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.io.IOException;
import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** What all commands share: they work for the system, print a table or JSON, and say all that is wrong. */
abstract class PluginCommand implements Action {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    @Reference
    protected Session session;

    @Option(name = "--json", description = "Print JSON")
    protected boolean json;

    @Override
    public final @Nullable Object execute() throws Exception {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            run();
            return null;
        } catch (PlexicaException e) {
            throw new CommandFailure(e);
        }
    }

    abstract void run() throws Exception;

    final PrintStream out() {
        return session.getConsole();
    }

    final void printJson(Object value) throws JsonProcessingException {
        out().println(JSON.writeValueAsString(value));
    }

    /** Prints a value as JSON, or else a sentence about it. */
    final void print(Object value, String sentence) throws JsonProcessingException {
        if (json) {
            printJson(value);
        } else {
            out().println(sentence);
        }
    }

    /**
     * Asks before something is destroyed.
     *
     * @throws IllegalStateException when the answer is not yes, or nobody is there to ask
     */
    final void confirm(String question) throws IOException {
        String answer;
        try {
            answer = session.readLine(question + " Type yes to go on: ", null);
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException("There is nobody to ask here: give the answer as an option, --yes", e);
        }
        if (answer == null || !answer.strip().equalsIgnoreCase("yes")) {
            throw new IllegalStateException("Nothing was done: it was not confirmed (--yes does not ask)");
        }
    }

    /**
     * A refusal with everything that is wrong, as one text for the console. The log gets that text too, and a stack trace
     * only of what lies behind the refusal.
     */
    private static final class CommandFailure extends Exception {

        private static final long serialVersionUID = 1L;

        CommandFailure(PlexicaException problem) {
            super(text(problem), problem.getCause(), false, false);
        }

        private static String text(PlexicaException problem) {
            String parts = problem.errors().stream()
                    .map(error -> "\n  - " + PluginCheck.inOneLine(error))
                    .collect(Collectors.joining());
            return problem.code().code() + ": " + problem.detail() + parts;
        }
    }
}
