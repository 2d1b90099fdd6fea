package io.plexica.logging.internal;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/** Finds the budget of whose code is running: the first plugin on the way up the stack, whoever else stands before it. */
final class CallingPlugin implements Supplier<@Nullable Budget> {

    private static final StackWalker STACK = StackWalker.getInstance(Option.RETAIN_CLASS_REFERENCE);

    private final Budgets budgets;

    CallingPlugin(Budgets budgets) {
        this.budgets = budgets;
    }

    @Override
    public @Nullable Budget get() {
        return STACK.walk(frames -> frames.map(StackFrame::getDeclaringClass)
                .map(Class::getClassLoader)
                .map(this::budget)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
    }

    private @Nullable Budget budget(@Nullable ClassLoader loader) {
        Bundle bundle = loader instanceof BundleReference reference ? reference.getBundle() : null;
        return bundle == null ? null : budgets.own(Long.toString(bundle.getBundleId()));
    }
}
