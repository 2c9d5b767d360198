package io.binnacle.pipeline.core.load;

import static io.binnacle.pipeline.api.PipelineError.ACCOUNT_CYCLE;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds things that are their own ancestors. */
public final class Cycles {

    private Cycles() {}

    /** The members of a circle among the links from child to parent, if there is one. */
    public static <K> Optional<Set<K>> find(Map<K, K> parents) {
        Set<K> cleared = new HashSet<>();
        for (K start : parents.keySet()) {
            Set<K> path = new LinkedHashSet<>();
            K at = start;
            while (at != null && !cleared.contains(at)) {
                if (!path.add(at)) {
                    return Optional.of(circle(at, parents));
                }
                at = parents.get(at);
            }
            cleared.addAll(path);
        }
        return Optional.empty();
    }

    /** @throws io.binnacle.platform.api.error.PlatformException ACCOUNT_CYCLE when there is a circle */
    static <K> void refuse(Map<K, K> parents, Function<K, String> name) {
        find(parents).ifPresent(circle -> {
            String names = circle.stream().map(name).collect(Collectors.joining(" → "));
            throw ACCOUNT_CYCLE.because(
                    "%s: each stands below the next, and the last below the first; correct one of their parents",
                    names);
        });
    }

    private static <K> Set<K> circle(K member, Map<K, K> parents) {
        Set<K> circle = new LinkedHashSet<>();
        K at = member;
        while (circle.add(at)) {
            at = parents.get(at);
        }
        return circle;
    }
}
