package io.plexica.shell.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpTest {

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final List<Command> commands = new ArrayList<>();
    private final Registry registry = fake(Registry.class, (method, arguments) -> switch (method) {
        case "getCommand" -> commands.isEmpty() ? null : commands.get(0);
        case "getCommands" -> List.copyOf(commands);
        case "register" -> commands.add((Command) arguments[0]);
        case "unregister" -> commands.remove(arguments[0]);
        default -> throw new UnsupportedOperationException(method);
    });
    private final SessionFactory sessions = fake(SessionFactory.class, (method, arguments) -> registry);
    private final Session session = fake(
            Session.class,
            (method, arguments) -> method.equals("getConsole") ? new PrintStream(console, true) : registry);
    private final Command karafs = fake(Command.class, (method, arguments) -> switch (method) {
        case "getScope" -> "*";
        case "getName" -> "help";
        case "execute" -> "Karaf's help";
        default -> null;
    });

    @Test
    void it_takes_the_place_of_karafs_and_gives_it_back() throws Exception {
        commands.add(karafs);
        Help help = new Help(sessions);
        assertThat(commands).hasSize(1).first().isSameAs(help);
        assertThat(help.execute(session, List.of())).isEqualTo("Karaf's help");
        assertThat(help.execute(session, List.of("help"))).isEqualTo("Karaf's help");
        assertThat(help.execute(session, List.of("hlep"))).isNull();
        assertThat(console.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("There is no such command as 'hlep'; did you mean 'help'?");

        help.close();
        assertThat(commands).hasSize(1).first().isSameAs(karafs);
    }

    @Test
    void where_there_is_none_it_does_nothing() {
        Help help = new Help(sessions);
        assertThat(commands).isEmpty();
        help.close();
        assertThat(commands).isEmpty();
    }

    @FunctionalInterface
    private interface Answers {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("equals")
                        ? proxy == arguments[0]
                        : answers.to(method.getName(), arguments)));
    }
}
