package io.binnacle.pipeline.core.store;

import com.fasterxml.jackson.core.type.TypeReference;
import io.binnacle.pipeline.api.Assignment;
import io.binnacle.pipeline.api.CreditShare;
import io.binnacle.pipeline.api.CreditSplit;
import io.binnacle.pipeline.api.HierarchyKind;
import io.binnacle.pipeline.api.NamedCalendar;
import io.binnacle.pipeline.api.Placement;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.api.time.PeriodCalendar;
import java.time.LocalDate;
import java.util.List;

/** The tables of what orders deals in time, space and credit. */
public final class TimeTables {

    private static final TypeReference<List<CreditShare>> SHARES = new TypeReference<>() {};

    /** The fiscal calendars. */
    public static final TypedTable<NamedCalendar> CALENDARS = new TypedTable<>(
            "pipeline.calendar",
            List.of(
                    new Column<>("id", NamedCalendar::id),
                    new Column<>("version", NamedCalendar::version),
                    new Column<>("name", NamedCalendar::name),
                    new Column<>("standard", NamedCalendar::standard),
                    new Column<>("definition", calendar -> Json.write(calendar.calendar()))),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new NamedCalendar(
                        cells.id("id"),
                        cells.text("name"),
                        row.getBoolean("standard"),
                        Json.read(cells.text("definition"), PeriodCalendar.class),
                        cells.number("version"));
            });

    /** The rates between currencies. */
    public static final TypedTable<RateRow> RATES = new TypedTable<>(
            "pipeline.rate",
            List.of(
                    new Column<>("id", RateRow::id),
                    new Column<>("version", RateRow::version),
                    new Column<>("from_currency", RateRow::from),
                    new Column<>("to_currency", RateRow::to),
                    new Column<>("day", RateRow::date),
                    new Column<>("kind", RateRow::kind),
                    new Column<>("rate", RateRow::rate)),
            (row, context) -> RateRow.of(new Cells(row)));

    /** Where accounts and products belong. */
    public static final TypedTable<Placement> PLACEMENTS = new TypedTable<>(
            "pipeline.placement",
            List.of(
                    new Column<>("id", Placement::id),
                    new Column<>("version", Placement::version),
                    new Column<>("hierarchy", Placement::hierarchy),
                    new Column<>("subject_id", Placement::subject),
                    new Column<>("node_id", Placement::node)),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new Placement(
                        cells.id("id"),
                        HierarchyKind.valueOf(cells.text("hierarchy")),
                        cells.id("subject_id"),
                        cells.maybeId("node_id"),
                        cells.number("version"));
            });

    /** The virtual teams. */
    public static final TypedTable<Assignment> ASSIGNMENTS = new TypedTable<>(
            "pipeline.assignment",
            List.of(
                    new Column<>("id", Assignment::id),
                    new Column<>("version", Assignment::version),
                    new Column<>("scope", Assignment::scope),
                    new Column<>("subject_id", Assignment::subject),
                    new Column<>("user_name", Assignment::user),
                    new Column<>("node_id", Assignment::node),
                    new Column<>("unit", Assignment::unit),
                    new Column<>("role", Assignment::role),
                    new Column<>("allocation", Assignment::allocation),
                    new Column<>("first_day", Assignment::from),
                    new Column<>("last_day", Assignment::to)),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new Assignment(
                        cells.id("id"),
                        Assignment.Scope.valueOf(cells.text("scope")),
                        cells.id("subject_id"),
                        cells.maybeText("user_name"),
                        cells.maybeId("node_id"),
                        Assignment.Unit.valueOf(cells.text("unit")),
                        cells.text("role"),
                        row.getBigDecimal("allocation"),
                        row.getObject("first_day", LocalDate.class),
                        cells.maybeDate("last_day"),
                        cells.number("version"));
            });

    /** Who has the credit for deals. */
    public static final TypedTable<CreditSplit> SPLITS = new TypedTable<>(
            "pipeline.credit_split",
            List.of(
                    new Column<>("id", CreditSplit::id),
                    new Column<>("version", CreditSplit::version),
                    new Column<>("revenue", split -> Json.write(split.revenue())),
                    new Column<>("overlay", split -> Json.write(split.overlay())),
                    new Column<>("consumption", split -> Json.write(split.consumption()))),
            (row, context) -> {
                Cells cells = new Cells(row);
                return new CreditSplit(
                        cells.id("id"),
                        shares(cells.text("revenue")),
                        shares(cells.text("overlay")),
                        shares(cells.text("consumption")),
                        cells.number("version"));
            });

    private TimeTables() {}

    private static List<CreditShare> shares(String json) {
        return Json.mapper().convertValue(Json.read(json, List.class), SHARES);
    }
}
