package io.plexica.testkit;

import io.plexica.api.hooks.HookChain;
import io.plexica.api.hooks.HookFailure;
import io.plexica.api.hooks.HookHandler;
import io.plexica.api.hooks.Hooks;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The hooks of a plugin, with handlers of other plugins as a test plays them. They run on the caller's thread, in the order in
 * which they were named. Immutable.
 */
public final class TestHooks implements Hooks {

    private static final String OTHERS = "others";

    private final String plugin;
    private final List<Handling> handlings;

    private TestHooks(String plugin, List<Handling> handlings) {
        this.plugin = plugin;
        this.handlings = List.copyOf(handlings);
    }

    /** The hooks of the plugin with this id, which nobody handles. */
    public static TestHooks forPlugin(String id) {
        return new TestHooks(id, List.of());
    }

    /** The same with one more handler. */
    public TestHooks with(String name, HookHandler handler) {
        return new TestHooks(
                plugin,
                Stream.concat(handlings.stream(), Stream.of(new Handling(name, handler)))
                        .toList());
    }

    @Override
    public List<HookFailure> trigger(String name, Object payload) {
        List<HookFailure> failures = new ArrayList<>();
        for (HookHandler handler : of(name)) {
            try {
                handler.handle(name, payload);
            } catch (RuntimeException e) {
                failures.add(failure(String.valueOf(e.getMessage())));
            }
        }
        return List.copyOf(failures);
    }

    @Override
    public <T> HookChain<T> chain(String name, Class<T> type, T value) {
        T current = value;
        List<HookFailure> failures = new ArrayList<>();
        for (HookHandler handler : of(name)) {
            try {
                Object answer = handler.handle(name, current);
                if (type.isInstance(answer)) {
                    current = type.cast(answer);
                } else if (answer != null) {
                    failures.add(failure(
                            "It answered with a " + answer.getClass().getName() + ", not with a " + type.getName()));
                }
            } catch (RuntimeException e) {
                failures.add(failure(String.valueOf(e.getMessage())));
            }
        }
        return new HookChain<>(current, failures);
    }

    private List<HookHandler> of(String name) {
        if (!name.startsWith(plugin + ".")) {
            throw new PlexicaException(
                    ErrorCode.INTERNAL_ERROR,
                    "The hook '" + name + "' is not one of the plugin " + plugin + ": begin its name with '" + plugin
                            + ".'");
        }
        return handlings.stream()
                .filter(handling -> handling.name().equals(name))
                .map(Handling::handler)
                .toList();
    }

    private static HookFailure failure(String reason) {
        return new HookFailure(OTHERS, reason);
    }

    private record Handling(String name, HookHandler handler) {}
}
