package io.binnacle.platform.testkit;

import static org.ops4j.pax.exam.CoreOptions.bootDelegationPackages;
import static org.ops4j.pax.exam.CoreOptions.cleanCaches;
import static org.ops4j.pax.exam.CoreOptions.frameworkProperty;
import static org.ops4j.pax.exam.CoreOptions.frameworkStartLevel;
import static org.ops4j.pax.exam.CoreOptions.systemPackages;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ops4j.pax.exam.CoreOptions;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.nat.internal.NativeTestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/**
 * Boots the assembled distribution in a Pax Exam container for a test class: every shipped bundle at its start
 * level, an empty data folder, a real database, any free port.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestPlatform platform = new TestPlatform();
 * }</pre>
 *
 * <p>Test and platform do not share classes: tests talk to the platform by HTTP, as its users do, and to its
 * bundles through {@link BundleContext}, which a test method may take as a parameter.
 */
public final class TestPlatform implements BeforeAllCallback, AfterAllCallback, ParameterResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Distribution distribution = Distribution.underTest();
    private final Map<String, String> settings = new LinkedHashMap<>(Map.of("binnacle.gateway.port", "0"));
    private final List<String> bundleFolders = new ArrayList<>(List.of("bundles"));
    private NativeTestContainer container;
    private Path data;

    /** Sets {@code binnacle.SECTION.KEY} for the platform. */
    public TestPlatform with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    /** Adds the demo data. */
    public TestPlatform withDemo() {
        bundleFolders.add("demo");
        return this;
    }

    @Override
    public void beforeAll(ExtensionContext test) throws IOException {
        data = Files.createTempDirectory("binnacle-test-");
        settings.forEach(System::setProperty);
        container = (NativeTestContainer) PaxExamRuntime.createContainer(PaxExamRuntime.createServerSystem(options()));
        container.start();
        awaitReady();
    }

    @Override
    public void afterAll(ExtensionContext test) throws IOException {
        container.stop();
        settings.keySet().forEach(System::clearProperty);
        Folders.delete(data);
    }

    /** Where the console and the API answer. */
    public URI address() {
        try {
            return URI.create(Files.readString(data.resolve("address")).strip());
        } catch (IOException e) {
            throw new IllegalStateException("the gateway has not told its address", e);
        }
    }

    /** The platform as its administrator sees it. */
    public ApiClient admin() {
        try {
            return new ApiClient(
                    address(), Files.readString(data.resolve("admin-token")).strip());
        } catch (IOException e) {
            throw new IllegalStateException("there is no admin token", e);
        }
    }

    /** The platform as a caller with a new token of {@code role} sees it. */
    public ApiClient as(String role) {
        String body = "{\"name\": \"test-%s-%d\", \"role\": \"%s\"}".formatted(role, System.nanoTime(), role);
        return admin().as(
                        admin().post("/api/v1/tokens", body).json().get("token").asText());
    }

    /** The platform as somebody without a token sees it. */
    public ApiClient anyone() {
        return new ApiClient(address(), "");
    }

    /** The bundle of this symbolic name. */
    public Bundle bundle(String symbolicName) {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no bundle " + symbolicName));
    }

    /** The system bundle's context. */
    public BundleContext context() {
        return container.getSystemBundle().getBundleContext();
    }

    /** The platform's data folder. */
    public Path data() {
        return data;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == BundleContext.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return context();
    }

    private void awaitReady() {
        requireStarted();
        Awaitility.await("address").atMost(PATIENCE).until(() -> Files.exists(data.resolve("address")));
        Awaitility.await("ready")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    ApiClient.Response answer = anyone().get("/readyz");
                    if (answer.status() != 200) {
                        throw new AssertionError("not ready: " + answer.body());
                    }
                });
    }

    /** Starts what the framework could not, so that the reason shows in the test instead of a time-out. */
    private void requireStarted() {
        for (Bundle bundle : context().getBundles()) {
            if (bundle.getState() != Bundle.ACTIVE) {
                try {
                    bundle.start();
                } catch (BundleException e) {
                    throw new AssertionError(bundle + " does not start: " + e.getMessage(), e);
                }
            }
        }
    }

    private Option[] options() throws IOException {
        List<Option> options = new ArrayList<>(List.of(
                frameworkStartLevel(100),
                cleanCaches(true),
                systemPackages(frameworkProperties()
                        .getProperty("org.osgi.framework.system.packages.extra")
                        .split(",(?=org)")),
                bootDelegationPackages(frameworkProperties().getProperty("org.osgi.framework.bootdelegation")),
                frameworkProperty("ds.loglevel").value("error"),
                frameworkProperty("binnacle.home").value(distribution.home().toString()),
                frameworkProperty("binnacle.data").value(data.toString())));
        for (String folder : bundleFolders) {
            for (Path jar : distribution.jars(folder)) {
                int startLevel = Integer.parseInt(jar.getParent().getFileName().toString());
                options.add(CoreOptions.bundle("reference:" + jar.toUri()).startLevel(startLevel));
            }
        }
        return options.toArray(Option[]::new);
    }

    private Properties frameworkProperties() throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(distribution.home().resolve("conf/framework.properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
