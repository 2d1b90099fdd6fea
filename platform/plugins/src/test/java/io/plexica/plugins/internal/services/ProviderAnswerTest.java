package io.plexica.plugins.internal.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.plugins.PluginRef;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.persistence.PersistenceException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderAnswerTest {

    private static final PluginRef SHOP = new PluginRef("shop", "1.0.0");

    @ParameterizedTest(name = "in a unit of work of its own: {0}")
    @ValueSource(booleans = {true, false})
    void a_database_that_is_away_is_not_the_providers_failure(boolean own) {
        Throwable told = told(own, new PersistenceException(new SQLException("gone", "08006")));
        assertThat(told).isInstanceOfSatisfying(DatabaseException.class, e -> {
            assertThat(e.isOfDatabase()).isTrue();
            assertThat(e.extensions()).doesNotContainKey("plugin");
        });
    }

    @ParameterizedTest(name = "in a unit of work of its own: {0}")
    @ValueSource(booleans = {true, false})
    void what_the_method_declares_reaches_the_caller_as_it_is(boolean own) {
        SQLException declared = new SQLException("gone", "08006");
        assertThat(told(own, declared)).isSameAs(declared);
    }

    @ParameterizedTest(name = "in a unit of work of its own: {0}")
    @ValueSource(booleans = {true, false})
    void all_else_is_the_providers_and_names_it(boolean own) {
        assertThat(told(own, new IllegalStateException("no luck")))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_ERROR);
                    assertThat(e.detail()).isEqualTo("shop@1.0.0 failed in Prices.of");
                    assertThat(e.extensions()).containsEntry("plugin", "shop");
                });
        assertThat(told(own, PlexicaException.notFound("none"))).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(e.extensions()).containsEntry("plugin", "shop");
        });
    }

    @ParameterizedTest(name = "in a unit of work of its own: {0}")
    @ValueSource(booleans = {true, false})
    void whatever_the_provider_calls_an_outage_it_is_one_for_who_counts_failures(boolean own) {
        Exception gone = new PersistenceException(new SQLException("gone", "08006"));
        Throwable told = told(own, new PlexicaException(ErrorCode.INTERNAL_ERROR, "in its own words", gone));
        assertThat(told).hasMessageContaining("in its own words");
        assertThat(new Units(own).isOutage(told)).isTrue();
        assertThat(new Units(own).isOutage(told(own, new IllegalStateException())))
                .isFalse();
    }

    @ParameterizedTest(name = "in a unit of work of its own: {0}")
    @ValueSource(booleans = {true, false})
    void a_refusal_of_the_database_is_told_alike_and_is_not_counted(boolean own) {
        Throwable told = told(own, new PersistenceException(new SQLException("duplicate", "23505")));
        assertThat(told).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT);
            assertThat(e.extensions()).containsEntry("plugin", "shop");
        });
        assertThat(CallOutcome.of(told, "shop")).isEqualTo(CallOutcome.WELL);
        Throwable his = told(own, new IllegalStateException(new SQLException("duplicate", "23505")));
        assertThat(his)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_ERROR));
    }

    @ParameterizedTest(name = "in a unit of work of its own: {0}")
    @ValueSource(booleans = {true, false})
    void a_statement_that_takes_too_long_is_the_providers_failure(boolean own) {
        Throwable told = told(own, new PersistenceException(new SQLException("took too long", "57014")));
        assertThat(told)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThat(new Units(own).isOutage(told)).isFalse();
        assertThat(CallOutcome.of(told, "shop")).isEqualTo(CallOutcome.BROKEN);
        assertThat(CallOutcome.of(told, "cart")).isEqualTo(CallOutcome.HELPLESS);
    }

    private static Throwable told(boolean own, Exception thrown) {
        Prices service = () -> {
            if (thrown instanceof SQLException declared) {
                throw declared;
            }
            throw (RuntimeException) thrown;
        };
        return catchThrowable(
                () -> new ProviderAnswer(SHOP, service, Prices.class.getMethod("of"), null, new Units(own)).get());
    }

    /** What a plugin offers. */
    public interface Prices {

        int of() throws SQLException;
    }

    private record Units(boolean own) implements Database {

        @Override
        public <T> T unitOfWork(Callable<T> work) throws Exception {
            try {
                return work.call();
            } catch (Exception e) {
                throw own ? leaving(e).map(Exception.class::cast).orElse(e) : e;
            }
        }

        @Override
        public Optional<PlexicaException> meaning(Throwable failure) {
            if (failure instanceof DatabaseException known) {
                return Optional.of(known);
            }
            SQLException sql = failure instanceof SQLException bare
                    ? bare
                    : failure.getCause() instanceof SQLException wrapped ? wrapped : null;
            return failure instanceof PlexicaException || sql == null
                    ? Optional.empty()
                    : Optional.of(new DatabaseException(
                            "23505".equals(sql.getSQLState()) ? ErrorCode.CONFLICT : ErrorCode.UNAVAILABLE,
                            "said",
                            sql));
        }

        @Override
        public Optional<PlexicaException> leaving(Throwable failure) {
            return failure instanceof PlexicaException
                    ? Optional.empty()
                    : meaning(failure)
                            .filter(known -> known.code() == ErrorCode.UNAVAILABLE
                                    || failure instanceof SQLException
                                    || failure instanceof PersistenceException);
        }

        @Override
        public <T> T core(SqlWork<T> work) {
            throw new UnsupportedOperationException("no tables here");
        }

        @Override
        public <T> T tenant(String slug, SqlWork<T> work) {
            throw new UnsupportedOperationException("no tables here");
        }

        @Override
        public <T> T plugin(PluginRef plugin, SqlWork<T> work) {
            throw new UnsupportedOperationException("no tables here");
        }

        @Override
        public <T> T newUnitOfWork(Callable<T> work) throws Exception {
            return unitOfWork(work);
        }

        @Override
        public void afterCommit(Runnable action) {
            throw new UnsupportedOperationException("nobody asks for this");
        }

        @Override
        public void afterRollback(Runnable action) {
            throw new UnsupportedOperationException("nobody asks for this");
        }
    }
}
