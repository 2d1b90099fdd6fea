package io.plexica.shell;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** A command: works for the system, prints a table or JSON, asks before it destroys, and says all that is wrong. */
public abstract class PlexicaCommand implements Action {

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
        } catch (NoSuchFileException e) {
            throw new IOException("There is no file or folder " + e.getFile(), e);
        } catch (AccessDeniedException e) {
            throw new IOException("The platform may not read or write " + e.getFile(), e);
        }
    }

    /** Does what the command is for. */
    protected abstract void run() throws Exception;

    /** The console. */
    protected final PrintStream out() {
        return session.getConsole();
    }

    /** Prints a value as JSON, indented. */
    protected final void printJson(Object value) throws JsonProcessingException {
        out().println(JSON.writeValueAsString(value));
    }

    /** Prints a value as JSON where that was asked for, or else a sentence about it. */
    protected final void print(Object value, String sentence) throws JsonProcessingException {
        if (json) {
            printJson(value);
        } else {
            out().println(sentence);
        }
    }

    /** Prints a page as a table, and how to get the rest. */
    protected final <T> void printTable(
            Page<T> page, String whenEmpty, List<String> columns, Function<T, @Nullable Object[]> row) {
        printTable(page.items(), whenEmpty, columns, row);
        if (page.total() > page.items().size()) {
            out().println(page.items().size() + " of " + page.total() + ": use --page for more.");
        }
    }

    /** Prints a table with a row for each item, whose {@link #cells} are found by a function. */
    protected final <T> void printTable(
            Collection<T> items, String whenEmpty, List<String> columns, Function<T, @Nullable Object[]> row) {
        ShellTable table = new ShellTable().emptyTableText(whenEmpty);
        columns.forEach(table::column);
        items.forEach(item -> table.addRow().addContent(row.apply(item)));
        table.print(out());
    }

    /** A row of a table. */
    protected static @Nullable Object[] cells(@Nullable Object... cells) {
        return cells;
    }

    /**
     * Asks whoever sits there.
     *
     * @param secret whether the answer is hidden while it is typed
     * @throws IllegalStateException when nobody is there to ask
     */
    protected final String ask(String question, boolean secret) throws IOException {
        return ask(question, secret, "see --help");
    }

    /**
     * Asks before something is destroyed.
     *
     * @param word what must be typed, such as {@code yes} or the name of what goes
     * @throws IllegalStateException when the answer is another, or nobody is there to ask
     */
    protected final void confirm(String question, String word) throws IOException {
        if (!ask(question + " Type " + word + " to go on: ", false, "--yes")
                .strip()
                .equalsIgnoreCase(word)) {
            throw new IllegalStateException("Nothing was done: it was not confirmed (--yes does not ask)");
        }
    }

    private String ask(String question, boolean secret, String option) throws IOException {
        try {
            String answer = session.readLine(question, secret ? '*' : null);
            return answer == null ? "" : answer;
        } catch (UnsupportedOperationException e) {
            throw new IllegalStateException(
                    "There is nobody to ask here: give the answer as an option before the arguments, " + option, e);
        }
    }
}
