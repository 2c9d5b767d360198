package io.binnacle.pipeline.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.binnacle.pipeline.api.metrics.Slip;
import io.binnacle.platform.api.time.FiscalCalendar;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SlipsTest {

    private static final FiscalCalendar CALENDAR = new FiscalCalendar(Month.JANUARY, ZoneOffset.UTC);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void a_move_to_a_later_month_is_a_push_and_one_within_the_month_only_slips() {
        // 10 Jan -> 20 Jan (10 days, no push) -> 5 Feb (16 days, push) -> 1 Jan (pulled in) -> 1 Mar (59 days, push)
        assertThat(slip("2026-01-10", "2026-01-20", "2026-02-05", "2026-01-01", "2026-03-01"))
                .isEqualTo(new Slip(2, 85, 50));
    }

    @Test
    void a_deal_that_was_pulled_in_has_a_negative_net_slip_and_no_push() {
        assertThat(slip("2026-03-31", "2026-02-28")).isEqualTo(new Slip(0, 0, -31));
    }

    @Property
    void pushes_are_those_of_a_plain_recount_by_calendar_month(@ForAll("dates") List<LocalDate> dates) {
        int pushes = 0;
        for (int i = 1; i < dates.size(); i++) {
            int before = dates.get(i - 1).getYear() * 12 + dates.get(i - 1).getMonthValue();
            int after = dates.get(i).getYear() * 12 + dates.get(i).getMonthValue();
            pushes += after > before ? 1 : 0;
        }

        assertThat(Slips.of(dates, CALENDAR).pushCount()).isEqualTo(pushes);
    }

    @Property
    void a_pull_in_at_the_end_never_reduces_what_was_pushed(@ForAll("dates") List<LocalDate> dates) {
        Slip all = Slips.of(dates, CALENDAR);
        Slip before = Slips.of(dates.subList(0, Math.max(1, dates.size() - 1)), CALENDAR);

        assertThat(all.pushCount()).isGreaterThanOrEqualTo(before.pushCount());
        assertThat(all.slipDays()).isGreaterThanOrEqualTo(Math.max(before.slipDays(), all.netSlipDays()));
    }

    @Provide
    Arbitrary<List<LocalDate>> dates() {
        return Arbitraries.integers()
                .between(0, 1500)
                .map(FIRST::plusDays)
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static Slip slip(String... dates) {
        return Slips.of(List.of(dates).stream().map(LocalDate::parse).toList(), CALENDAR);
    }
}
