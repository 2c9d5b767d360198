package io.binnacle.platform.plugins.store;

import io.binnacle.platform.api.error.PlatformException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the platform from dying of the same plugin at every start: after three failed boots in a row it goes
 * back to the last good generation, after five it starts without plugins. One thread at a time.
 */
public final class BootGuard {

    static final int BOOTS_UNTIL_LAST_GOOD = 3;
    static final int BOOTS_UNTIL_SAFE_MODE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(BootGuard.class);

    private final Generations generations;
    private final NumberFile boots;
    private Choice choice;
    private String reason;
    private long failed;

    public BootGuard(Path root, Generations generations) {
        this.generations = generations;
        this.boots = new NumberFile(root.resolve("boots"), "boot.prepared", "boot.counted");
    }

    /** Decides, and counts this boot as failed until {@link #succeeded}; call it before any plugin starts. */
    public Choice choose(boolean safeModeAsked) {
        failed = boots.read().orElse(0);
        choice = safeModeAsked ? safeMode("an administrator asked for it") : byExperience();
        try {
            boots.write(failed + 1);
        } catch (PlatformException e) {
            LOG.warn("this boot is not counted: {}", e.getMessage());
        }
        return choice;
    }

    /** What was chosen and why, in one sentence. */
    public String reason() {
        return reason;
    }

    /** The platform is up: forgets the failed boots and, unless in safe mode, marks the current generation good. */
    public void succeeded() {
        boots.delete();
        if (choice != Choice.SAFE_MODE) {
            markGood();
        }
    }

    private void markGood() {
        try {
            generations.markGood(currentNumber());
        } catch (PlatformException e) {
            LOG.warn("this generation is not marked as good: {}", e.getMessage());
        }
    }

    /** The platform is stopped in good order before it was up: this boot counts neither way. */
    public void interrupted() {
        boots.write(failed);
    }

    private Choice byExperience() {
        if (failed >= BOOTS_UNTIL_SAFE_MODE) {
            return safeMode("the last %d boots failed".formatted(failed));
        }
        if (failed >= BOOTS_UNTIL_LAST_GOOD) {
            return generations
                    .lastGood()
                    .map(this::goBackTo)
                    .orElseGet(() -> safeMode(
                            "the last %d boots failed and no generation was ever seen to work".formatted(failed)));
        }
        String history = failed == 0 ? "" : ", although the last %s failed".formatted(boots());
        reason = "The platform starts generation %d%s.".formatted(currentNumber(), history);
        return Choice.CURRENT;
    }

    private Choice goBackTo(Generation good) {
        if (generations.current().plugins().equals(good.plugins())) {
            reason =
                    "The last %s failed, but the plugins of generation %d are those of the last good one, so they start again."
                            .formatted(boots(), currentNumber());
            return Choice.LAST_GOOD;
        }
        String why = "generation %d failed to start %d times in a row".formatted(currentNumber(), failed);
        try {
            generations.commit(good.plugins(), "back to generation %d, because %s".formatted(good.number(), why));
        } catch (RuntimeException e) {
            return safeMode("%s and it cannot go back (%s)".formatted(why, e.getMessage()));
        }
        reason = "The platform starts with the plugins of generation %d, the last good one, because %s."
                .formatted(good.number(), why);
        return Choice.LAST_GOOD;
    }

    private Choice safeMode(String why) {
        reason = "The platform starts in safe mode, without plugins, because " + why + ".";
        return Choice.SAFE_MODE;
    }

    private String boots() {
        return failed == 1 ? "boot" : "%d boots".formatted(failed);
    }

    private long currentNumber() {
        return generations.current().number();
    }
}
