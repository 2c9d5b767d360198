package io.binnacle.pipeline.api.hygiene;

import io.binnacle.pipeline.api.Opportunity;
import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Flaws of the deals that are open or on hold, by the rules that are there now. Any thread may call. */
@ProviderType
public interface Hygiene {

    /**
     * How clean the deals are.
     *
     * @param node only deals of this node and those below it
     */
    HygieneReport report(Optional<UUID> node, AsOf asOf);

    /**
     * The flaws, in the order of deals and rules.
     *
     * @param rule only those that this rule finds
     */
    List<Flaw> flaws(Optional<UUID> node, Optional<String> rule, AsOf asOf);

    /**
     * Makes the change that a rule proposes, as the caller's own.
     *
     * @throws io.binnacle.platform.api.error.PlatformException PROPOSAL_NOT_FOUND when the rule has none by now, and
     *     whatever {@link io.binnacle.pipeline.api.Opportunities#change} throws
     */
    Opportunity accept(UUID opportunity, String rule, long expectedVersion, Principal by);
}
