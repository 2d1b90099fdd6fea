package io.plexica.web.internal.server;

import java.lang.annotation.ElementType;
import java.util.List;
import javax.validation.Path;
import javax.validation.TraversableResolver;
import javax.validation.Validation;
import javax.validation.Validator;
import javax.validation.ValidatorFactory;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/** The validator of one server, made when it is first needed; what it remembers of classes goes with the server. */
final class BeanValidation implements AutoCloseable {

    private final ClassLoader loader;
    private @Nullable ValidatorFactory factory;
    private volatile @Nullable Validator validator;

    BeanValidation(ClassLoader loader) {
        this.loader = loader;
    }

    Validator validator() {
        Validator made = validator;
        return made == null ? make() : made;
    }

    @Override
    public synchronized void close() {
        if (factory != null) {
            factory.close();
            factory = null;
            validator = null;
        }
    }

    private synchronized Validator make() {
        Validator made = validator;
        if (made != null) {
            return made;
        }
        ValidatorFactory fresh = Validation.byProvider(HibernateValidator.class)
                .providerResolver(() -> List.of(new HibernateValidator()))
                .configure()
                .ignoreXmlConfiguration()
                .externalClassLoader(loader)
                .messageInterpolator(new ParameterMessageInterpolator())
                .traversableResolver(new EverythingIsLoaded())
                .buildValidatorFactory();
        factory = fresh;
        made = fresh.getValidator();
        validator = made;
        return made;
    }

    /** Bodies are plain objects: nothing in them is loaded later. */
    private static final class EverythingIsLoaded implements TraversableResolver {

        @Override
        public boolean isReachable(Object object, Path.Node property, Class<?> root, Path path, ElementType type) {
            return true;
        }

        @Override
        public boolean isCascadable(Object object, Path.Node property, Class<?> root, Path path, ElementType type) {
            return true;
        }
    }
}
