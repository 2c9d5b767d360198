package io.binnacle.forecasting.api;

import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** What customers use, month by month. A restatement adds a point; nothing is overwritten. */
@ProviderType
public interface Consumption {

    /** Records points; one that is already known with the same amount and status is left alone. */
    int record(List<ConsumptionPoint> points, Principal by, String cause);

    /** The points of an account that hold at {@code asOf}, by service and month. */
    List<ConsumptionPoint> of(UUID account, AsOf asOf);

    /** The points of all accounts that hold at {@code asOf}, by account, service and month. */
    List<ConsumptionPoint> all(AsOf asOf);
}
