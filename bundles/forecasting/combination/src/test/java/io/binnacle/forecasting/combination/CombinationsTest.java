package io.binnacle.forecasting.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.api.time.AsOf;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CombinationsTest {

    private static final Principal TESS = new Principal("tess", Role.ADMIN);
    private static final Recipe MEAN = new Recipe(List.of("a", "b"), Method.MEAN, Optional.empty(), Optional.empty());
    private static final Recipe MEDIAN =
            new Recipe(List.of("a", "b"), Method.MEDIAN, Optional.empty(), Optional.empty());
    private static final Recipe WEIGHTED =
            new Recipe(List.of("a", "b"), Method.WEIGHTED, Optional.of(Weights.BACKTEST), Optional.empty());

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("combinations");

    private final Combinations combinations = new Combinations(db.database(), db.journal(), db.clock());
    private final CombinationTable table = new CombinationTable(db.database());

    @Test
    void every_change_is_a_version_and_earlier_ones_stay() {
        define("kept", 0, MEAN);
        define("kept", 1, MEAN);
        define("kept", 1, WEIGHTED);

        assertThat(versions("kept"))
                .containsExactly(new Definition("kept", 1, MEAN), new Definition("kept", 2, WEIGHTED));
        assertThat(combinations.find("kept")).contains(new Definition("kept", 2, WEIGHTED));
    }

    @Test
    void what_is_deleted_goes_in_all_versions_and_its_numbers_are_not_used_again() {
        define("gone", 0, MEAN);
        define("gone", 1, MEDIAN);
        combinations.delete("gone", 2, TESS, "tried enough");
        assertThat(versions("gone")).isEmpty();

        define("gone", 0, MEAN);

        assertThat(versions("gone")).containsExactly(new Definition("gone", 4, MEAN));
    }

    @Test
    void what_was_defined_is_told_as_of_any_time() {
        define("dated", 0, MEAN);
        Instant then = db.clock().instant();
        db.clock().advance(Duration.ofDays(1));
        combinations.delete("dated", 1, TESS, "over");

        assertThat(combinations.require("dated", new AsOf(then, Instant.MAX)).recipe())
                .isEqualTo(MEAN);
        assertFails(PlatformError.ENTITY_NOT_FOUND, () -> combinations.require("dated", AsOf.LATEST));
    }

    @Test
    void of_two_who_change_the_same_copy_the_second_is_told() {
        define("raced", 0, MEAN);
        define("raced", 1, MEDIAN);

        assertFails(PlatformError.STALE_VERSION, () -> define("raced", 1, WEIGHTED));
        assertFails(PlatformError.STALE_VERSION, () -> define("raced", 0, WEIGHTED));
        assertFails(PlatformError.STALE_VERSION, () -> combinations.delete("raced", 1, TESS, ""));
        assertFails(PlatformError.ENTITY_NOT_FOUND, () -> define("nobody", 1, MEAN));
    }

    @Test
    void the_table_follows_from_the_journal() {
        define("followed", 0, MEAN);
        define("followed", 1, WEIGHTED);
        define("left", 0, MEAN);
        combinations.delete("left", 1, TESS, "over");

        assertThat(db.mend(new CombinationProjection(null))).isEmpty();
    }

    private Definition define(String id, long expected, Recipe recipe) {
        return combinations.define(id, expected, recipe, TESS, "test");
    }

    private List<Definition> versions(String id) {
        return table.versions().stream().filter(one -> one.id().equals(id)).toList();
    }

    private static void assertFails(PlatformError code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.code())
                        .isEqualTo(code));
    }
}
