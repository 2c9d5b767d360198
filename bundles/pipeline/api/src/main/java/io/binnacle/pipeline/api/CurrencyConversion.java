package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Converts amounts by dated rates. Any thread may call.
 *
 * <p>Each deal's amount is rounded by itself, so that sums of converted deals are exact. A pair without a rate
 * of its own is converted by the inverse of the opposite one, or else over the base currency, the tenant's.
 */
@ProviderType
public interface CurrencyConversion {

    /** The base currency. */
    String base();

    /**
     * The rates as they were known at one time, read once for many conversions.
     *
     * @param knownAt {@link Instant#MAX} for today's knowledge
     */
    Converter at(Instant knownAt);

    /** Rates that stand still. Any thread may call. */
    @ProviderType
    interface Converter {

        /**
         * An amount in another currency.
         *
         * @param on for {@link RatePolicy#PLAN} any day of the fiscal year, for {@link RatePolicy#SPOT} the day
         *     of the report, for {@link RatePolicy#TRANSACTION_DATE} the day on which the deal closes
         * @throws io.binnacle.platform.api.error.PlatformException RATE_MISSING with the pair and the day
         */
        Converted convert(Money amount, String to, RatePolicy policy, LocalDate on);

        /**
         * The same amount at both ends of a time; with {@link RatePolicy#PLAN} within a fiscal year the effect
         * is zero.
         *
         * @throws io.binnacle.platform.api.error.PlatformException RATE_MISSING as for {@link #convert}
         */
        default Revaluation revalue(Money amount, String to, RatePolicy policy, LocalDate opening, LocalDate closing) {
            Converted before = convert(amount, to, policy, opening);
            Converted after = convert(amount, to, policy, closing);
            return new Revaluation(before, after, after.amount().minus(before.amount()));
        }
    }
}
