package io.binnacle.platform.api.plugin;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells whether a plugin really works; register one where an active component alone does not prove it. A new
 * version takes the place of the old one only when its probes say well, and again and again through its
 * probation; one that does not is rolled back.
 *
 * <p>Any thread may call. A call looks, it does not repair: it changes nothing and returns within a second. A
 * probe that throws or takes longer counts as a problem.
 */
@ConsumerType
public interface HealthProbe {

    /** What is wrong, in one sentence for an administrator; empty when the plugin works. */
    Optional<String> problem();
}
