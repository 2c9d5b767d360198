package io.binnacle.industry.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.industry.retail.TradingEvent.Kind;
import io.binnacle.platform.api.error.FieldError;
import io.binnacle.platform.api.error.PlatformException;
import io.binnacle.platform.api.journal.EntityRef;
import io.binnacle.platform.api.journal.Event;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.security.Role;
import io.binnacle.platform.testkit.Book;
import io.binnacle.platform.testkit.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TradingCalendarTest {

    @RegisterExtension
    static final TestDatabase db = TestDatabase.withSchemas("plugin_io_binnacle_industry_retail");

    private static final Principal ANA = new Principal("ana", Role.SELLER);
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 20);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private final Book book = new Book();
    private final UUID stores = book.account("Sundrelle Stores", "Retail");
    private final UUID online = book.account("Vantholm Online", "Retail");
    private final TradingCalendar calendar =
            new TradingCalendar(db.database(), db.journal(), db.clock(), book.accounts(), () -> "ready");

    @Test
    void keeps_the_events_of_each_account_until_they_are_removed() {
        TradingEvent freeze = calendar.add(stores, Kind.FREEZE, "Peak", FIRST, LAST, ANA, "told by the CIO");
        TradingEvent sale = calendar.add(online, Kind.PROMOTION, "Sale", LAST, LAST, ANA, "told by the CMO");
        assertThat(calendar.events(Optional.empty())).containsExactly(freeze, sale);
        assertThat(calendar.events(Optional.of(stores))).containsExactly(freeze);

        calendar.remove(freeze.id(), ANA);
        calendar.remove(sale.id(), ANA);

        assertThat(calendar.events(Optional.empty())).isEmpty();
        assertThat(db.journal().history(new EntityRef("trading-event", freeze.id())))
                .extracting(Event::cause)
                .containsExactly("told by the CIO", "removed");
        assertThatThrownBy(() -> calendar.remove(freeze.id(), ANA)).isInstanceOf(PlatformException.class);
    }

    @Test
    void its_table_follows_from_the_journal() {
        TradingEventProjection projection = new TradingEventProjection(() -> "ready");
        TradingEvent freeze = calendar.add(stores, Kind.FREEZE, "Peak", FIRST, LAST, ANA, "told by the CIO");
        TradingEvent sale = calendar.add(stores, Kind.PROMOTION, "Sale", LAST, LAST, ANA, "told by the CMO");
        calendar.remove(sale.id(), ANA);
        assertThat(db.mend(projection)).isEmpty();
        db.database()
                .useTransaction(
                        handle -> handle.execute("delete from plugin_io_binnacle_industry_retail.trading_event"));

        assertThat(db.mend(projection)).hasSize(1);

        assertThat(calendar.events(Optional.of(stores))).containsExactly(freeze);
        calendar.remove(freeze.id(), ANA);
    }

    @Test
    void names_every_field_at_fault() {
        assertThatThrownBy(() -> calendar.add(UUID.randomUUID(), Kind.FREEZE, "two\nlines", LAST, FIRST, ANA, " "))
                .isInstanceOfSatisfying(PlatformException.class, failure -> assertThat(failure.fields())
                        .extracting(FieldError::pointer)
                        .isEqualTo(List.of("/account", "/name", "/reason", "/lastDay")));
    }
}
