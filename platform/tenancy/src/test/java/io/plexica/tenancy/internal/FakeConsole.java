package io.plexica.tenancy.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Session;

/** A shell session that keeps what is printed and answers what it is told to. */
final class FakeConsole {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Deque<String> answers = new ArrayDeque<>();

    Session session() {
        return Proxies.of(Session.class, (method, arguments) -> switch (method) {
            case "getConsole" -> stream;
            case "readLine" -> answers.remove();
            default -> null;
        });
    }

    void willAnswer(String line) {
        answers.add(line);
    }

    String text() {
        return printed.toString(StandardCharsets.UTF_8);
    }

    void clear() {
        printed.reset();
    }

    static CommandLine line(String typed) {
        return Proxies.of(CommandLine.class, (method, arguments) -> switch (method) {
            case "getCursorArgument" -> typed;
            case "getArgumentPosition", "getBufferPosition" -> typed.length();
            default -> null;
        });
    }

    /** Sets a field that Karaf would inject. */
    static void set(Object target, String name, Object value) throws ReflectiveOperationException {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    field.setAccessible(true);
                    field.set(target, value);
                    return;
                }
            }
        }
        throw new NoSuchFieldException(name);
    }
}
