package io.binnacle.pipeline.core.waterfall;

import io.binnacle.pipeline.api.WaterfallBucket;
import io.binnacle.pipeline.api.WaterfallDeal;
import io.binnacle.pipeline.api.WaterfallDeal.State;
import io.binnacle.pipeline.core.Cursor;
import io.binnacle.pipeline.core.store.DealPath;
import io.binnacle.pipeline.core.store.OpportunityTable;
import io.binnacle.pipeline.core.store.Stand;
import io.binnacle.platform.api.http.Page;
import io.binnacle.platform.api.http.Paging;
import io.binnacle.platform.api.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Collects the deals of one bucket, or of one link of the flow. For one thread. */
final class Drill {

    private record Part(DealPath path, BigDecimal amount) {

        UUID deal() {
            return path.deal();
        }

        BigDecimal size() {
            return amount.abs();
        }
    }

    private static final Comparator<Part> LARGEST_FIRST = Comparator.comparing(Part::size)
            .reversed()
            .thenComparing(part -> part.deal().toString());

    private final Function<List<Move>, Optional<BigDecimal>> share;
    private final List<Part> parts = new ArrayList<>();

    private Drill(Function<List<Move>, Optional<BigDecimal>> share) {
        this.share = share;
    }

    static Drill into(WaterfallBucket bucket) {
        return new Drill(story -> story.stream()
                .filter(move -> move.bucket() == bucket)
                .map(Move::amount)
                .reduce(BigDecimal::add));
    }

    static Drill into(Ends link) {
        return new Drill(story -> Optional.ofNullable(Course.of(story).get(link)));
    }

    void add(DealPath path, List<Move> story) {
        share.apply(story).ifPresent(amount -> parts.add(new Part(path, amount)));
    }

    Page<WaterfallDeal> page(Handle handle, String currency, Paging paging) {
        parts.sort(LARGEST_FIRST);
        int from = paging.cursor().map(this::behind).orElse(0);
        int to = Math.min(from + paging.limit(), parts.size());
        List<Part> some = parts.subList(from, to);
        Map<UUID, String> names =
                OpportunityTable.names(handle, some.stream().map(Part::deal).toList());
        List<WaterfallDeal> deals = some.stream()
                .map(part -> deal(part, names.get(part.deal()), currency))
                .toList();
        Optional<String> next =
                to < parts.size() ? Optional.of(Cursor.behind(parts.get(to - 1).deal())) : Optional.empty();
        return new Page<>(deals, next);
    }

    private int behind(String cursor) {
        UUID last = Cursor.read(cursor);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).deal().equals(last)) {
                return i + 1;
            }
        }
        throw Cursor.unknown(cursor);
    }

    private static WaterfallDeal deal(Part part, String name, String currency) {
        return new WaterfallDeal(
                part.deal(),
                name,
                new Money(part.amount(), currency),
                part.path().before().map(Drill::state),
                part.path().last().map(Drill::state));
    }

    private static State state(Stand stand) {
        return new State(stand.owner(), stand.status(), stand.amount(), stand.closeDate());
    }
}
