package io.binnacle.forecasting.combination;

import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.storage.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The definitions in their table. */
record CombinationTable(Database database) {

    /** Every version, by id and version. */
    List<Definition> versions() {
        return database.read(handle -> handle.createQuery(
                        "select * from combinations.definition order by name collate \"C\", version")
                .map((row, context) -> new Definition(
                        row.getString("name"),
                        row.getLong("version"),
                        Json.read(row.getString("recipe"), Recipe.class)))
                .list());
    }

    /** The last version of each, by id. */
    Collection<Definition> latest() {
        return versions().stream()
                .collect(Collectors.toMap(
                        Definition::id,
                        one -> one,
                        BinaryOperator.maxBy((a, b) -> Long.compare(a.version(), b.version())),
                        TreeMap::new))
                .values();
    }

    Optional<Definition> latest(String id) {
        return latest().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    static void add(Handle handle, Definition added) {
        handle.createUpdate("insert into combinations.definition (id, version, name, recipe)"
                        + " values (:id, :version, :name, :recipe)")
                .bind("id", CombinationJournal.entity(added.id()).id())
                .bind("version", added.version())
                .bind("name", added.id())
                .bind("recipe", Json.write(added.recipe()))
                .execute();
    }

    static void remove(Handle handle, String id) {
        handle.createUpdate("delete from combinations.definition where name = :name")
                .bind("name", id)
                .execute();
    }
}
