package io.binnacle.platform.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.binnacle.platform.api.error.PlatformError;
import io.binnacle.platform.api.error.PlatformException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class LifecycleQueueTest {

    @Test
    void steps_run_on_a_thread_of_their_own() {
        LifecycleQueue queue = new LifecycleQueue(Duration.ofSeconds(10));

        String thread = queue.run("test", () -> Thread.currentThread().getName());

        assertThat(thread).isEqualTo("bundle-lifecycle");
        queue.stop();
    }

    @Test
    void whoever_waits_too_long_is_told_and_the_step_goes_on() {
        LifecycleQueue queue = new LifecycleQueue(Duration.ofMillis(1));
        CountDownLatch release = new CountDownLatch(1);

        assertThatThrownBy(() -> queue.run("stopping x", () -> {
                    release.await();
                    return "";
                }))
                .isInstanceOfSatisfying(
                        PlatformException.class, late -> assertThat(late.code()).isEqualTo(PlatformError.NOT_READY))
                .hasMessageStartingWith("stopping x takes longer");

        release.countDown();
        queue.stop();
    }

    @Test
    void a_failure_comes_to_whoever_asked() {
        LifecycleQueue queue = new LifecycleQueue(Duration.ofSeconds(10));

        assertThatThrownBy(() -> queue.run("test", () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");

        queue.stop();
    }
}
