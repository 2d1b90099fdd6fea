package io.plexica.shell.internal;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Stands before Karaf's own help, which lists nothing under a heading where it knows nothing: a word that is no command's is
 * answered with a sentence.
 */
@Component(service = Help.class, immediate = true)
public final class Help implements Command {

    private static final String EVERYWHERE = "*";
    private static final String NAME = "help";

    private final Registry registry;
    private final @Nullable Command inner;

    /** Takes the place of the help that there is. */
    @Activate
    public Help(@Reference SessionFactory sessions) {
        this.registry = sessions.getRegistry();
        this.inner = registry.getCommand(EVERYWHERE, NAME);
        if (inner != null) {
            registry.unregister(inner);
            registry.register(this);
        }
    }

    /** Gives it back. */
    @Deactivate
    public void close() {
        if (inner != null) {
            registry.unregister(this);
            registry.register(inner);
        }
    }

    @Override
    public String getScope() {
        return EVERYWHERE;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public String getDescription() {
        return inner().getDescription();
    }

    @Override
    public @Nullable Completer getCompleter(boolean scoped) {
        return inner().getCompleter(scoped);
    }

    @Override
    public @Nullable Parser getParser() {
        return inner().getParser();
    }

    @Override
    public @Nullable Object execute(Session session, List<Object> arguments) throws Exception {
        if (arguments.size() == 1) {
            List<String> names = session.getRegistry().getCommands().stream()
                    .map(command -> command.getScope() + ":" + command.getName())
                    .toList();
            Optional<String> refusal = HelpWords.refusal(String.valueOf(arguments.get(0)), names);
            if (refusal.isPresent()) {
                // Karaf's "help" is a pipe into "more", which loses what is thrown.
                session.getConsole().println(refusal.get());
                return null;
            }
        }
        return inner().execute(session, arguments);
    }

    /** It is registered only where there is one. */
    private Command inner() {
        if (inner == null) {
            throw new IllegalStateException("The shell has no help of its own");
        }
        return inner;
    }
}
