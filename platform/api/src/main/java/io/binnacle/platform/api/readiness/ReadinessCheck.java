package io.binnacle.platform.api.readiness;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Register one to keep {@code /readyz} from saying yes. Any thread may call; a call returns at once. */
@ConsumerType
public interface ReadinessCheck {

    /** What is missing, in one sentence; empty when nothing is. */
    Optional<String> missing();
}
