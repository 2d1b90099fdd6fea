package io.plexica.itests.bench;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;
import org.jspecify.annotations.Nullable;

/** Lets UUIDs and times through to PostgreSQL; EclipseLink would bind bytes. The CRM's names tell which they are. */
public final class BareValues implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getDescriptors().values().stream()
                .flatMap(descriptor -> descriptor.getMappings().stream())
                .filter(DirectToFieldMapping.class::isInstance)
                .map(DirectToFieldMapping.class::cast)
                .forEach(BareValues::customize);
    }

    private static void customize(DirectToFieldMapping mapping) {
        String name = mapping.getAttributeName();
        if (name.equals("id") || name.endsWith("Id")) {
            mapping.setConverter(new AsIs(Types.OTHER));
        } else if (name.endsWith("At")) {
            mapping.setConverter(new AsIs(Types.TIMESTAMP_WITH_TIMEZONE));
        }
    }

    private static final class AsIs implements Converter {

        private static final long serialVersionUID = 1L;

        private final int sqlType;

        AsIs(int sqlType) {
            this.sqlType = sqlType;
        }

        @Override
        public @Nullable Object convertObjectValueToDataValue(@Nullable Object value, Session session) {
            return value instanceof Instant instant ? Timestamp.from(instant) : value;
        }

        @Override
        public @Nullable Object convertDataValueToObjectValue(@Nullable Object value, Session session) {
            return value instanceof Timestamp timestamp ? timestamp.toInstant() : value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public void initialize(DatabaseMapping mapping, Session session) {
            mapping.getField().setSqlType(sqlType);
        }
    }
}
