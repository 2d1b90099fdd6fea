package io.plexica.data.internal.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.data.internal.sql.SqlText.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlTextTest {

    @Test
    void semicolonsWithinTextsNamesAndCommentsEndNothing() {
        assertThat(words("select ';' , \"a;b\" -- ;\n, /* ; /* ; */ ; */ $$;$$; select $x$;$$;$x$"))
                .containsExactly("select '' , a;b , ''", "select ''");
    }

    @Test
    void quotedPartsAreSetAside() {
        assertThat(SqlText.statements("select 'it''s', E'a\\'b', $t$body$t$")
                        .get(0)
                        .quoted())
                .containsExactly("it's", "a'b", "body");
    }

    @Test
    void parametersAreNoDollarQuotes() {
        assertThat(words("select $1, a$b$c; select $2")).containsExactly("select $1, a$b$c", "select $2");
    }

    @Test
    void unfinishedPartsReachToTheEnd() {
        assertThat(words("select 'abc")).containsExactly("select ''");
        assertThat(words("select \"abc")).containsExactly("select abc");
        assertThat(words("select $$abc")).containsExactly("select ''");
        assertThat(words("select /* abc")).containsExactly("select");
        assertThat(words("select -- abc")).containsExactly("select");
    }

    @Test
    void nothingHoldsNoStatement() {
        assertThat(words("")).isEmpty();
        assertThat(words(" ; -- nothing\n ;; ")).isEmpty();
    }

    private static List<String> words(String sql) {
        return SqlText.statements(sql).stream().map(Statement::words).toList();
    }
}
