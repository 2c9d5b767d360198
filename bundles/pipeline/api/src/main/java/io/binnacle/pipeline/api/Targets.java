package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;
import io.binnacle.platform.api.security.Principal;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** The targets. Any thread may call. */
@ProviderType
public interface Targets {

    /** All targets, by quarter and node. */
    List<Target> all();

    /** Sets the target of a node for a quarter, or replaces it. */
    Target set(UUID node, Target.Metric metric, String quarter, Money amount, Principal by, String reason);
}
