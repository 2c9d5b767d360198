package io.binnacle.forecasting.core;

import io.binnacle.forecasting.api.ForecastModel;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;

/** A real OSGi framework whose only bundle, its own, offers models; the registry follows them by hand. */
public final class Framework implements BeforeAllCallback, AfterAllCallback {

    private org.osgi.framework.launch.Framework framework;

    public ServiceRegistration<ForecastModel> offer(
            ModelRegistry registry, String id, int ranking, ForecastModel model) {
        return offer(registry, Map.of(InstalledModel.ID, id, Constants.SERVICE_RANKING, ranking), model);
    }

    ServiceRegistration<ForecastModel> offerPreferred(
            ModelRegistry registry, String id, int preference, ForecastModel model) {
        return offer(registry, Map.of(InstalledModel.ID, id, InstalledModel.PREFERENCE, preference), model);
    }

    private ServiceRegistration<ForecastModel> offer(
            ModelRegistry registry, Map<String, Object> offered, ForecastModel model) {
        Dictionary<String, Object> properties = new Hashtable<>(offered);
        ServiceRegistration<ForecastModel> registration =
                framework.getBundleContext().registerService(ForecastModel.class, model, properties);
        registry.addModel(registration.getReference(), model);
        return registration;
    }

    public ServiceRegistration<ForecastModel> offer(ModelRegistry registry, String id, ForecastModel model) {
        return offer(registry, id, 0, model);
    }

    String bundle() {
        return framework.getSymbolicName();
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path storage = Path.of("target", "framework").toAbsolutePath();
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        storage.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT));
        framework.start();
    }

    @Override
    public void afterAll(ExtensionContext context) throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(10_000);
    }
}
