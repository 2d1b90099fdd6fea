package io.plexica.data.internal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.TestContext;
import io.plexica.data.testing.desk.Memo;
import io.plexica.data.testing.desk.Ticket;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkspaceRowsTest extends DeskTest {

    @Test
    void rowsFromBeforeAreTheDefaultWorkspaces() throws Exception {
        assertThat(titles(SALES)).containsExactly("old");
        assertThat(titles(BUYERS)).isEmpty();
    }

    @Test
    void entitiesAreStampedAndFiltered() throws Exception {
        Ticket ticket = persist(BUYERS, new Ticket("new"));
        assertThat(titles(BUYERS)).containsExactly("new");
        assertThat(titles(SALES)).containsExactly("old");
        assertThat((Object) in(SALES, () -> data.read(entities -> entities.find(Ticket.class, ticket.id))))
                .isNull();
        assertThat((Object) in(BUYERS, () -> data.read(entities -> entities.find(Ticket.class, ticket.id))))
                .isNotNull();
    }

    @Test
    void anEntityThatMapsTheColumnKnowsItsWorkspaceAndCannotChooseIt() throws Exception {
        Memo memo = new Memo("mine");
        memo.workspace = SALES;
        persist(BUYERS, memo);
        assertThat(memo.workspace).isEqualTo(BUYERS);
        Memo read = in(
                BUYERS,
                () -> data.write(entities -> {
                    Memo found = entities.find(Memo.class, memo.id);
                    found.workspace = SALES;
                    found.text = "changed";
                    return found;
                }));
        assertThat(SERVER.ask("SELECT workspace_id || text FROM tenant_desks__desk.memos"))
                .isEqualTo(BUYERS + "changed");
        assertThat(read.id).isEqualTo(memo.id);
    }

    @Test
    void collectionsOfAnEntityAreScopedWithIt() throws Exception {
        Ticket ticket = new Ticket("tagged");
        ticket.tags.add("red");
        persist(BUYERS, ticket);
        assertThat(texts(BUYERS, "SELECT tag FROM ticket_tags")).containsExactly("red");
        assertThat(texts(SALES, "SELECT tag FROM ticket_tags")).isEmpty();
    }

    @Test
    void bulkStatementsTouchTheCurrentWorkspaceAlone() throws Exception {
        persist(BUYERS, new Ticket("b"));
        assertThat(jpql(SALES, "UPDATE Ticket t SET t.title = 'old'")).isEqualTo(1);
        assertThat(jpql(SALES, "DELETE FROM Memo m")).isZero();
        run(SALES, statement -> {
            assertThat(statement.executeUpdate("UPDATE tickets SET title = title || ''"))
                    .isEqualTo(1);
            assertThat(statement.executeUpdate("DELETE FROM tickets WHERE title = 'b'"))
                    .isZero();
        });
        assertThat(titles(BUYERS)).containsExactly("b");
    }

    @Test
    void uniquenessIsTheWorkspacesOwn() throws Exception {
        persist(BUYERS, new Ticket("old"));
        assertThatThrownBy(() -> persist(BUYERS, new Ticket("old")))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFLICT));
    }

    @Test
    void outsideAWorkspaceNothingIsSeenAndNothingKept() throws Exception {
        assertThat(texts(null, "SELECT title FROM tickets")).isEmpty();
        assertThatThrownBy(() -> persist(null, new Ticket("lost")))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("Ticket belongs to a workspace");
        assertThatThrownBy(() -> run(null, statement -> statement.execute("INSERT INTO memos (text) VALUES ('x')")))
                .hasStackTraceContaining("violates");
        persist(null, room("everybody's"));
        assertThat(texts(SALES, "SELECT name FROM rooms")).containsExactly("everybody's");
    }

    @Test
    void oneUnitOfWorkGoesFromPlaceToPlaceAndMixesNothing() throws Exception {
        UUID id = UUID.randomUUID();
        platform.database().unitOfWork(() -> {
            Ticket bought = persist(BUYERS, new Ticket("b"));
            Ticket sold = persist(SALES, new Ticket("s"));
            assertThat(titles(BUYERS)).containsExactly("b");
            assertThat(texts(null, "SELECT title FROM tickets")).isEmpty();
            assertThat(titles(SALES)).containsExactly("old", "s");
            assertThat((Object) in(SALES, () -> data.entityManager().find(Ticket.class, bought.id)))
                    .isNull();
            assertThat((Object) in(SALES, () -> data.entityManager().find(Ticket.class, sold.id)))
                    .isSameAs(sold);
            in(BUYERS, () -> {
                bought.title = "b2";
                return TestContext.in(ACME, SALES, () -> persist(SALES, new Ticket("s2")));
            });
            return id;
        });
        assertThat(titles(BUYERS)).containsExactly("b2");
        assertThat(titles(SALES)).containsExactly("old", "s", "s2");
    }

    @Test
    void aStatementPreparedInOneWorkspaceStaysThere() throws Exception {
        platform.database().unitOfWork(() -> {
            Statement sales = in(SALES, () -> data.connection().createStatement());
            return in(BUYERS, () -> {
                try (Statement own = data.connection().createStatement();
                        ResultSet mine = own.executeQuery("SELECT title FROM tickets")) {
                    assertThat(mine.next()).isFalse();
                }
                try (ResultSet theirs = sales.executeQuery("SELECT title FROM tickets")) {
                    assertThat(theirs.next()).isTrue();
                }
                return true;
            });
        });
    }
}
