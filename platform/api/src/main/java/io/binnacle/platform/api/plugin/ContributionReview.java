package io.binnacle.platform.api.plugin;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Tells which contributions of plugins a registry has refused. Whoever takes in what plugins bring, and may find it
 * wanting although the plugin itself works, registers one: then a version whose contributions are refused never takes
 * the place of the one before, and a first install of it leaves nothing behind.
 *
 * <p>It is asked right after a plugin's contributions were offered, through its probation, and whenever somebody looks
 * at the plugin. Any thread may call. A call looks, it does not wait for anything, and returns within a second.
 */
@ConsumerType
public interface ContributionReview {

    /**
     * Why contributions are refused, each in one sentence for an administrator; empty when all are taken, or none is
     * of interest here.
     *
     * @param contributor who brought them: of services the symbolic name of their bundle, of {@link PluginContent} the
     *     id of the plugin
     * @param version of the contributor, as the framework writes versions
     */
    List<String> refusals(String contributor, String version);
}
