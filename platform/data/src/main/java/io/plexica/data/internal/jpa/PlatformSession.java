package io.plexica.data.internal.jpa;

import java.lang.reflect.AnnotatedElement;
import org.eclipse.persistence.config.CacheIsolationType;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.mappings.converters.SerializedObjectConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/**
 * What the platform forces on each plugin's session: nothing is ever cached beyond a unit of work, since one session serves
 * all tenants, and UUIDs and instants are what PostgreSQL calls so rather than serialized bytes. Public, and made by name,
 * since EclipseLink does it.
 */
public final class PlatformSession implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        AbstractSession own = (AbstractSession) session;
        own.setSessionLog(new SessionLogBridge());
        own.getIdentityMapAccessorInstance().setIdentityMapManager(new NoSharedResults(own));
        // A retry on another connection would leave the unit of work.
        own.getLogin().setQueryRetryAttemptCount(0);
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            descriptor.getCachePolicy().setCacheIsolation(CacheIsolationType.ISOLATED);
            descriptor.getMappings().forEach(mapping -> customize(descriptor, mapping));
            if (WorkspaceEntities.isScoped(descriptor.getJavaClass())) {
                WorkspaceStamp.prepare(descriptor);
            }
        }
    }

    private static void customize(ClassDescriptor descriptor, DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct && isSerialized(direct)) {
            Converter converter = ValueConverter.of(attributeType(descriptor, mapping));
            if (converter != null) {
                direct.setConverter(converter);
            }
        }
    }

    /** EclipseLink serializes what it does not know, unless the author brings a converter. */
    private static boolean isSerialized(AbstractDirectMapping mapping) {
        return mapping.getConverter() == null || mapping.getConverter() instanceof SerializedObjectConverter;
    }

    private static Class<?> attributeType(ClassDescriptor descriptor, DatabaseMapping mapping) {
        for (Class<?> type = descriptor.getJavaClass(); type != null; type = type.getSuperclass()) {
            AnnotatedElement member = member(type, mapping.getAttributeName(), mapping.getGetMethodName());
            if (member instanceof java.lang.reflect.Field field) {
                return field.getType();
            }
            if (member instanceof java.lang.reflect.Method method) {
                return method.getReturnType();
            }
        }
        return Object.class;
    }

    private static @Nullable AnnotatedElement member(Class<?> type, String attribute, @Nullable String getter) {
        try {
            return getter == null ? type.getDeclaredField(attribute) : type.getDeclaredMethod(getter);
        } catch (NoSuchFieldException | NoSuchMethodException e) {
            return null;
        }
    }
}
