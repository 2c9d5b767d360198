package io.binnacle.platform.launcher;

import java.util.Collection;
import java.util.function.Predicate;
import org.osgi.framework.Bundle;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/**
 * Keeps plugins from taking the platform over: a bundle of the distribution is wired to bundles of the
 * distribution only, and a package of ours comes from the distribution whoever asks for it. Without this, a
 * plugin that exports a platform package at a higher version would capture the core at the next refresh.
 */
final class PlatformPackages implements ResolverHookFactory, ResolverHook {

    private static final String OWN = "io.binnacle.";

    private final Predicate<Bundle> isOurs;

    PlatformPackages(Predicate<Bundle> isOurs) {
        this.isOurs = isOurs;
    }

    @Override
    public ResolverHook begin(Collection<BundleRevision> triggers) {
        return this;
    }

    @Override
    public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
        boolean platformAsks = isOurs.test(requirement.getRevision().getBundle());
        candidates.removeIf(candidate ->
                !isOurs.test(candidate.getRevision().getBundle()) && (platformAsks || isOwnPackage(candidate)));
    }

    @Override
    public void filterResolvable(Collection<BundleRevision> candidates) {}

    @Override
    public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {}

    @Override
    public void end() {}

    private static boolean isOwnPackage(BundleCapability capability) {
        return capability.getAttributes().get(BundleRevision.PACKAGE_NAMESPACE) instanceof String name
                && name.startsWith(OWN);
    }
}
