package io.binnacle.platform.storage.projection;

import static io.binnacle.platform.storage.projection.Fleet.MONDAY;
import static io.binnacle.platform.storage.projection.Fleet.OTHER_SHIP;
import static io.binnacle.platform.storage.projection.Fleet.SHIP;
import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.platform.api.operation.Progress;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class ProjectionsTest {

    private Fleet fleet;

    @BeforeEach
    void open() throws Exception {
        fleet = new Fleet().crewed();
    }

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void empty_tables_are_filled_in_the_order_of_their_references() {
        RebuildReport report = fleet.projections.rebuild(true, Progress.NONE);

        assertThat(report.tables())
                .containsExactly(new TableDrift("fleet.ship", 2, 2, 0, 0), new TableDrift("fleet.sailor", 1, 1, 0, 0));
        assertThat(fleet.one("select name from fleet.ship where id = '" + OTHER_SHIP + "'"))
                .isEqualTo("a tab\tand a back\\slash");
        assertThat(fleet.one("select ship || ' ' || pay || ' ' || rank from fleet.sailor"))
                .isEqualTo(OTHER_SHIP + " 12.50 mate");
        assertThat(fleet.projections.rebuild(false, Progress.NONE).tables()).noneMatch(TableDrift::any);
    }

    @Test
    void a_damaged_row_is_seen_and_mended_and_what_the_journal_does_not_know_stays() {
        fleet.projections.rebuild(true, Progress.NONE);
        fleet.execute("update fleet.ship set name = 'Titanic', seen = '2020-01-01', colour = 'red' where id = '" + SHIP
                + "'");
        fleet.execute("delete from fleet.sailor");
        fleet.execute("insert into fleet.ship (id, name, seen) values ('" + new UUID(9, 9) + "', 'Ghost', now())");

        RebuildReport told = fleet.projections.rebuild(false, Progress.NONE);
        RebuildReport mended = fleet.projections.rebuild(true, Progress.NONE);

        assertThat(told.tables())
                .containsExactly(new TableDrift("fleet.ship", 2, 0, 1, 1), new TableDrift("fleet.sailor", 1, 1, 0, 0));
        assertThat(told.repaired()).isFalse();
        assertThat(mended.tables()).isEqualTo(told.tables());
        assertThat(fleet.one(
                        "select name || ' ' || colour || ' ' || extract(year from seen) from fleet.ship where id = '"
                                + SHIP + "'"))
                .isEqualTo("Pequod red 2020");
        assertThat(fleet.projections.rebuild(false, Progress.NONE).tables()).noneMatch(TableDrift::any);
    }

    @Test
    void an_entity_type_without_a_projection_is_named() {
        fleet.append("whale", new UUID(3, 1), MONDAY, "{'name': 'Moby Dick'}");

        assertThat(fleet.projections.rebuild(true, Progress.NONE).unprojected()).containsExactly("whale");
    }

    @Test
    void of_two_versions_of_a_bundle_the_newer_counts() {
        fleet.projections.addProjection(Version.parseVersion("2.0"), new Fleet.ShipsInCapitals());

        fleet.projections.rebuild(true, Progress.NONE);

        assertThat(fleet.one("select name from fleet.ship where id = '" + SHIP + "'"))
                .isEqualTo("PEQUOD");
    }
}
