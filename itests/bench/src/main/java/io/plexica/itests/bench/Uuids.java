package io.plexica.itests.bench;

import java.sql.Types;
import java.util.UUID;
import org.eclipse.persistence.config.SessionCustomizer;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.mappings.converters.Converter;
import org.eclipse.persistence.sessions.Session;

/** Lets UUIDs through to PostgreSQL as they are; EclipseLink would bind bytes. */
public final class Uuids implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getDescriptors().values().stream()
                .flatMap(descriptor -> descriptor.getMappings().stream())
                .filter(DirectToFieldMapping.class::isInstance)
                .map(DirectToFieldMapping.class::cast)
                .filter(mapping -> UUID.class.equals(mapping.getAttributeClassification())
                        || mapping.getAttributeName().endsWith("id")
                        || mapping.getAttributeName().endsWith("Id"))
                .forEach(mapping -> mapping.setConverter(new AsIs()));
    }

    private static final class AsIs implements Converter {

        private static final long serialVersionUID = 1L;

        @Override
        public Object convertObjectValueToDataValue(Object value, Session session) {
            return value;
        }

        @Override
        public Object convertDataValueToObjectValue(Object value, Session session) {
            return value;
        }

        @Override
        public boolean isMutable() {
            return false;
        }

        @Override
        public void initialize(DatabaseMapping mapping, Session session) {
            mapping.getField().setSqlType(Types.OTHER);
        }
    }
}
