package io.plexica.tenancy.internal.shell;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.tenancy.internal.TenantJson;
import io.plexica.tenancy.internal.TenantRow;
import io.plexica.tenancy.internal.TenantService;
import java.io.IOException;
import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;

/** What all commands share: they work for the system, print a table or JSON, and say all that is wrong. */
abstract class TenantCommand implements Action {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    @Reference
    protected TenantService tenants;

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

    /** Asks whoever sits there; hidden when it is a secret. */
    final String ask(String question, boolean secret) throws IOException {
        try {
            String answer = session.readLine(question, secret ? '*' : null);
            return answer == null ? "" : answer;
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException("There is nobody to ask here: give the answer as an option, see --help", e);
        }
    }

    /** Says what became of a tenant. */
    final void print(TenantRow row) throws JsonProcessingException {
        if (json) {
            printJson(TenantJson.of(row));
        } else {
            out().println("Tenant " + row.slug() + " (" + row.name() + ") is " + row.status() + ".");
        }
    }

    /** A refusal with everything that is wrong, as one text for the console. */
    private static final class CommandFailure extends Exception {

        private static final long serialVersionUID = 1L;

        CommandFailure(PlexicaException problem) {
            super(text(problem), problem);
        }

        private static String text(PlexicaException problem) {
            String parts = problem.errors().stream()
                    .map(error -> "\n  " + error.pointer() + " " + error.message())
                    .collect(Collectors.joining());
            return problem.code().code() + ": " + problem.detail() + parts;
        }
    }
}
