package io.binnacle.insights.core;

import static io.binnacle.platform.api.error.PlatformError.INVALID_PARAMETER;

import io.binnacle.insights.api.Insight;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where an insight stands in the list of open ones; written down, it is the cursor of a page. */
record Place(int rank, Instant firstSeen, UUID id) {

    private static final Pattern CURSOR = Pattern.compile("([0-2])_(\\d{1,17})_([0-9a-f-]{36})");

    static Place of(Insight insight) {
        return new Place(insight.severity().ordinal(), insight.firstSeen(), insight.id());
    }

    static Place parse(String cursor) {
        Matcher match = CURSOR.matcher(cursor);
        if (!match.matches()) {
            throw INVALID_PARAMETER
                    .because("cursor must be the 'next' of an earlier page, not '%s'", cursor)
                    .at("/cursor");
        }
        return new Place(
                Integer.parseInt(match.group(1)),
                Instant.EPOCH.plus(Long.parseLong(match.group(2)), ChronoUnit.MICROS),
                UUID.fromString(match.group(3)));
    }

    @Override
    public String toString() {
        return rank + "_" + ChronoUnit.MICROS.between(Instant.EPOCH, firstSeen) + "_" + id;
    }
}
